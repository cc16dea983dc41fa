//! A set of positions of facts or definitions, without the heap.

use crate::limits;

const WORDS: usize = limits::FACTS.div_ceil(64);

const _: () = assert!(limits::DEFINITIONS <= limits::FACTS, "definitions fit too");

/// Positions below [`limits::FACTS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bits([u64; WORDS]);

impl Bits {
    pub(crate) fn has(&self, at: usize) -> bool {
        self.0[at / 64] & (1 << (at % 64)) != 0
    }

    /// Whether it is new.
    pub(crate) fn insert(&mut self, at: usize) -> bool {
        let is_new = !self.has(at);
        self.0[at / 64] |= 1 << (at % 64);
        is_new
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own & !other == 0)
    }

    /// What is in this one and not in the other.
    pub(crate) fn without(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= !other);
        self
    }

    /// From small to large.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().zip(0..).flat_map(|(mut word, ix)| {
            std::iter::from_fn(move || {
                (word != 0).then(|| {
                    let bit = word.trailing_zeros() as usize;
                    word &= word - 1;
                    ix * 64 + bit
                })
            })
        })
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(iter: I) -> Self {
        let mut out = Self::default();
        for at in iter {
            out.insert(at);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_of_positions() {
        let some: Bits = [3, 64, 399, 3].into_iter().collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), [3, 64, 399]);
        let fewer: Bits = [64].into_iter().collect();
        assert!(fewer.is_within(&some) && !some.is_within(&fewer) && some.has(399) && !some.has(0));
        assert_eq!(some.without(&fewer).iter().collect::<Vec<_>>(), [3, 399]);
        assert!(!some.is_empty() && fewer.without(&some).is_empty());
    }
}
