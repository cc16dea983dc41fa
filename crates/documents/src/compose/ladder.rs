//! The complaint ladder (NL-COMPL, BE-COMPL, FAQ-14, -15, -17).

use super::{Desk, heading};
use crate::letter::Block;

impl Desk<'_> {
    pub(super) fn ladder(self) -> Vec<Block> {
        let Self { words, house, .. } = self;
        let contact = &house.contact;
        let mut items = vec![
            words.with(
                "ladder-us",
                &[
                    ("email", contact.email.to_string().into()),
                    ("phone", (&contact.phone).into()),
                    ("post", contact.post.join(", ").into()),
                    ("days", house.complaint_answer_working_days.into()),
                ],
            ),
            words.with(
                "ladder-insurer",
                &[
                    ("insurer", (&house.insurer.name).into()),
                    ("address", house.insurer.address.join(", ").into()),
                ],
            ),
        ];
        let bodies: Vec<String> = house
            .complaint_bodies
            .iter()
            .map(|body| {
                let reach = body.reach.join(", ");
                match &body.connection {
                    Some(number) => words.with(
                        "ladder-body-connected",
                        &[("body", (&body.name).into()), ("reach", reach.into()), ("number", number.into())],
                    ),
                    None => {
                        words.with("ladder-body", &[("body", (&body.name).into()), ("reach", reach.into())])
                    }
                }
            })
            .collect();
        if !bodies.is_empty() {
            let bodies = bodies.join(&format!(" {} ", words.say("or")));
            items.push(words.with("ladder-bodies", &[("bodies", bodies.into())]));
        }
        items.push(words.say("ladder-court"));
        vec![heading(words.say("ladder-title")), Block::Steps { items }]
    }
}
