//! Answering what is asked about a claim: the customer's report question by question, and the facts that the desk states.

use browser::Browser;

use super::words::Words;

/// What a person answers to a question.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    /// One of the values.
    Is(&'static str),
    /// Date and time.
    At(&'static str, &'static str),
    /// Typed words or figures.
    Typed(&'static str),
    /// Several of those offered.
    Each(&'static [&'static str]),
    /// None of those offered.
    Nothing,
}

/// What was answered, by question.
pub(crate) type Told = [(&'static str, Answer)];

/// Answers the question that is asked; papers come later, and what is not among the answers fails. Whether one was asked.
#[track_caller]
pub(crate) fn answer(page: &Browser, told: &Told) -> bool {
    if page.count("input[name='asked']") == 0 {
        return false;
    }
    let question = page.attribute("input[name='asked']", "value");
    // What is asked for each device carries its place in the schedule.
    let fact = question.split('@').next().unwrap_or_default();
    let known = told.iter().find(|(known, _)| *known == fact).map(|(_, answer)| *answer);
    match known {
        Some(Answer::Is(value)) => page.pick(&question, value),
        Some(Answer::At(day, time)) => {
            page.fill(&question, day);
            page.fill(&format!("{question}_time"), time);
        }
        Some(Answer::Typed(text)) => page.fill(&question, text),
        Some(Answer::Each(values)) => values.iter().for_each(|value| page.pick(&question, value)),
        Some(Answer::Nothing) => {}
        None if question.starts_with("evidence-") => page.pick(&format!("{question}_unknown"), "yes"),
        None => page.fail(&format!("an unexpected question: {question}")),
    }
    page.follow("form.question > button");
    true
}

/// Answers all that is asked, looks each page over, and sends the report. The questions, in their order.
#[track_caller]
pub(crate) fn report(page: &Browser, told: &Told, look: &mut dyn FnMut(&Browser)) -> Vec<String> {
    let mut asked = Vec::new();
    while page.count("input[name='asked']") > 0 {
        let question = page.attribute("input[name='asked']", "value");
        assert!(!asked.contains(&question), "asked twice: {question}, after {asked:?}");
        look(page);
        answer(page, told);
        asked.push(question);
    }
    look(page);
    page.follow("button[value='send']");
    asked
}

/// States what is asked on a page of the desk or a repairer, as far as it is known; whether anything was.
#[track_caller]
pub(crate) fn fill_facts(desk: &Browser, known: &Told) -> bool {
    let mut stated = false;
    let mut done = Vec::new();
    for name in desk.attributes("form [name^='fact.']", "name") {
        let fact = name.rsplit('.').next().unwrap_or_default().to_owned();
        let Some((_, answer)) = known.iter().find(|(known, _)| *known == fact) else { continue };
        // Every choice of a fact carries its name.
        if done.contains(&name) {
            continue;
        }
        match answer {
            Answer::Is(value) if desk.count(&format!("select[name='{name}']")) > 0 => {
                desk.pick_entry(&name, value);
            }
            Answer::Is(value) => desk.pick(&name, value),
            Answer::Typed(text) => desk.fill(&name, text),
            _ => desk.fail(&format!("nobody states {fact} so")),
        }
        done.push(name);
        stated = true;
    }
    stated
}

/// The handler states what is known until nothing of it is asked any more.
#[track_caller]
pub(crate) fn state(desk: &Browser, words: &Words, known: &Told) {
    for _round in 0..6 {
        if !fill_facts(desk, known) {
            return;
        }
        desk.fill("why", "As the repairer found it.");
        desk.follow("button[value='state']");
        desk.sees(words.t("done-saved"));
    }
}
