use super::{Desk, Said, fact, heading, text};
use crate::content::{OrderNews, OrderTold, WorkNote};
use crate::letter::Block;

/// Where a repair or replacement is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkStage {
    Ordered,
    Ready,
    HandedOver,
    Accepted,
    Reminder,
}

pub(super) fn note(desk: Desk<'_>, stage: WorkStage, facts: &WorkNote) -> Said {
    let words = desk.words;
    let device: (&str, texts::Arg<'_>) = ("device", desk.device(&facts.device).into());
    let name: (&str, texts::Arg<'_>) = ("name", (&facts.supplier.name).into());
    let handed_over = facts.handed_over.is_some();
    let (title, key) = match (stage, facts.replaced) {
        (WorkStage::Ordered, false) => ("work-ordered-title", "work-ordered-repair"),
        (WorkStage::Ordered, true) => ("work-ordered-title-new", "work-ordered-new"),
        (WorkStage::Ready, false) => ("work-ready-title", "work-ready-repair"),
        (WorkStage::Ready, true) => ("work-ready-title-new", "work-ready-new"),
        (WorkStage::HandedOver, false) => ("work-handed-over-title", "work-handed-over-repair"),
        (WorkStage::HandedOver, true) => ("work-handed-over-title", "work-handed-over-new"),
        (WorkStage::Accepted, false) if handed_over => ("work-kept-title", "work-kept-repair"),
        (WorkStage::Accepted, true) if handed_over => ("work-kept-title", "work-kept-new"),
        (WorkStage::Accepted, false) => ("work-accepted-title", "work-accepted-repair"),
        (WorkStage::Accepted, true) => ("work-accepted-title", "work-accepted-new"),
        (WorkStage::Reminder, _) => ("work-reminder-title", "work-reminder"),
    };
    let on = facts.handed_over.map(|handed_over| ("on", handed_over.on.into()));
    let said: Vec<(&str, texts::Arg<'_>)> = [device, name].into_iter().chain(on).collect();
    let mut blocks = vec![text(words.with(key, &said))];
    if stage == WorkStage::Ordered {
        blocks.extend(hand_over(desk, facts));
    }
    if let Some(handed_over) = facts.handed_over.filter(|_| stage == WorkStage::HandedOver) {
        blocks.push(heading(words.say("work-handed-over-not-title")));
        blocks.push(text(words.with(
            "work-handed-over-not",
            &[("by", handed_over.deny_by.into()), ("name", (&facts.supplier.name).into())],
        )));
    }
    blocks.extend(facts.link.as_deref().map(|link| desk.link(link_words(stage), link)));
    if let Some(share) = &facts.own_share {
        blocks.push(heading(words.say("work-share-title")));
        blocks.push(text(
            words.with("work-share", &[("amount", share.amount.into()), ("by", share.by.into())]),
        ));
        blocks.extend(desk.pay(share.amount, &share.pay));
    }
    if let Some(by) = facts.old_device_by {
        blocks.push(heading(words.say("work-old-title")));
        blocks.push(text(words.with("work-old", &[("by", by.into()), device_of(desk, facts)])));
        blocks.push(reach(desk, facts));
        blocks.push(Block::Bullets { items: [wipe(desk), words.say("repair-tracking")].into() });
    }
    Said { title: words.say(title), file: "file-claim", blocks, sheet: None }
}

/// News of an order, for who has it: what it is about is read after signing in.
pub(super) fn told(desk: Desk<'_>, facts: &OrderTold) -> Said {
    let words = desk.words;
    let (title, said) = match facts.news {
        OrderNews::New => ("order-new-title", "order-new"),
        OrderNews::Approved => ("order-approved-title", "order-approved"),
        OrderNews::Again => ("order-again-title", "order-again"),
        OrderNews::Denied => ("order-denied-title", "order-denied"),
        OrderNews::Withdrawn => ("order-withdrawn-title", "order-withdrawn"),
    };
    let blocks = vec![text(words.say(said)), desk.link("order-link", &facts.link)];
    Said { title: words.say(title), file: "file-claim", blocks, sheet: None }
}

fn device_of(desk: Desk<'_>, facts: &WorkNote) -> (&'static str, texts::Arg<'static>) {
    ("device", desk.device(&facts.device).into())
}

fn wipe(desk: Desk<'_>) -> String {
    desk.words.say("work-old-wipe")
}

const fn link_words(stage: WorkStage) -> &'static str {
    match stage {
        WorkStage::Ready | WorkStage::HandedOver => "work-accept-link",
        WorkStage::Ordered | WorkStage::Accepted | WorkStage::Reminder => "claim-link",
    }
}

/// Where to, and what to do before (FAQ-03, FAQ-04, FAQ-05, PRIV-26).
fn hand_over(desk: Desk<'_>, facts: &WorkNote) -> Vec<Block> {
    let words = desk.words;
    let mut items: Vec<String> = Vec::new();
    if !facts.replaced {
        items.extend(["repair-backup", "repair-tracking", "work-no-loan"].map(|key| words.say(key)));
    }
    items.push(words.say("next-repair"));
    let title = if facts.replaced { "work-supplier-title" } else { "work-where-title" };
    vec![
        heading(words.say(title)),
        reach(desk, facts),
        heading(words.say("work-before-title")),
        Block::Bullets { items },
    ]
}

fn reach(desk: Desk<'_>, facts: &WorkNote) -> Block {
    let words = desk.words;
    Block::Facts {
        facts: vec![
            fact(words.say("work-name"), facts.supplier.name.as_str()),
            fact(words.say("work-address"), facts.supplier.address.join(", ")),
            fact(words.say("work-phone"), facts.supplier.phone.as_str()),
        ],
    }
}
