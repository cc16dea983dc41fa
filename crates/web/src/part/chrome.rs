//! Steps, trails, empty places and pages of a list.

use askama::Template;

/// A link back to where the reader came from.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(source = r#"<p class="crumb"><a href="{{ href }}">← {{ text }}</a></p>"#, ext = "html")]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub text: String,
}

/// One step of a form in several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Done, under way or to come.
    pub at: StepAt,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepAt {
    /// Behind us.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Next,
}

/// The steps of a form, with the one the reader is at.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<ol class="steps" aria-label="{{ label }}">{% for step in steps %}<li{% match step.at %}{% when StepAt::Done %} class="done"{% when StepAt::Now %} aria-current="step"{% else %}{% endmatch %}><span>{{ loop.index }}. {{ step.name }}</span></li>{% endfor %}</ol>"#,
    ext = "html"
)]
pub struct Steps {
    /// What the steps lead to.
    pub label: String,
    /// The steps in order.
    pub steps: Vec<Step>,
}

impl Steps {
    /// Steps by name; `now` counts from 0.
    pub fn new(label: String, names: Vec<String>, now: usize) -> Self {
        let steps = names.into_iter().enumerate().map(|(index, name)| Step {
            name,
            at: match index.cmp(&now) {
                std::cmp::Ordering::Less => StepAt::Done,
                std::cmp::Ordering::Equal => StepAt::Now,
                std::cmp::Ordering::Greater => StepAt::Next,
            },
        });
        Self { label, steps: steps.collect() }
    }
}

/// One thing that happened, happens or will happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailStep {
    /// `done`, `now` or `next`.
    pub class: &'static str,
    /// When, in words; may be empty.
    pub when: String,
    /// What.
    pub title: String,
    /// More about it; may be empty.
    pub text: String,
}

/// What happened to a claim or an application, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<ol class="trail">{% for step in steps %}<li class="{{ step.class }}">{% if !step.when.is_empty() %}<time>{{ step.when }}</time>{% endif %}<strong>{{ step.title }}</strong>{% if !step.text.is_empty() %}<br><span class="soft">{{ step.text }}</span>{% endif %}</li>{% endfor %}</ol>"#,
    ext = "html"
)]
pub struct Trail {
    /// From the first to the last.
    pub steps: Vec<TrailStep>,
}

/// A place with nothing in it yet: says so kindly and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    /// What is not there.
    pub title: String,
    /// What it means or what to do; may be empty.
    pub text: String,
    /// Where to go: address and words.
    pub action: Option<(String, String)>,
}

impl Empty {
    /// Says that nothing is there.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), action: None }
    }

    /// Adds where to go.
    pub fn action(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.action = Some((href.into(), text.into()));
        self
    }
}

/// Earlier and later pages of a list.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<nav class="pages" aria-label="{{ label }}"><span>{% if let Some(link) = back %}<a class="btn quiet small" rel="prev" href="{{ link.0 }}">← {{ link.1 }}</a>{% endif %}</span><span class="soft small">{{ label }}</span><span>{% if let Some(link) = on %}<a class="btn quiet small" rel="next" href="{{ link.0 }}">{{ link.1 }} →</a>{% endif %}</span></nav>"#,
    ext = "html"
)]
pub struct Pages {
    /// "1–50 of 312".
    pub label: String,
    /// Address and words of the page before.
    pub back: Option<(String, String)>,
    /// Address and words of the page after.
    pub on: Option<(String, String)>,
}

impl askama::filters::HtmlSafe for Crumb {}
impl askama::filters::HtmlSafe for Steps {}
impl askama::filters::HtmlSafe for Trail {}
impl askama::filters::HtmlSafe for Empty {}
impl askama::filters::HtmlSafe for Pages {}
