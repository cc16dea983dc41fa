//! Signing out: the session ends on the server, not in the browser only.

use app::identity::{Token, sessions};
use store::{Priority, StoreError};

use crate::{Answer, Cookie, Failure, Visit};

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    if let Some(token) = visit.session().and_then(Token::parse) {
        let at = visit.operational();
        let ended = visit
            .app()?
            .db
            .write_async(Priority::Click, move |tx| sessions::end(tx, at, std::slice::from_ref(&token)));
        ended.await.map_err(|error: StoreError| Failure::from(error))?;
    }
    let gone = Cookie { name: "session", value: String::new(), max_age_seconds: Some(0) };
    Ok(Answer::onward("/").cookie(gone).say("done-signed-out"))
}
