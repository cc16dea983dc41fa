//! Serves the pages with sample data: `cargo run -p web --example styleguide [ADDRESS]`, then `/styleguide`.

use std::net::SocketAddr;
use std::sync::Arc;

use web::styleguide::SampleHouse;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8095".to_owned());
    let now = "2026-11-21T09:30:00Z".parse().expect("a fixed instant");
    let shell = SampleHouse::shell(now, Arc::new(entropy), false);
    let listener = tokio::net::TcpListener::bind(&address).await?;
    println!("http://{address}/styleguide");
    axum::serve(listener, web::router(shell).into_make_service_with_connect_info::<SocketAddr>()).await
}

#[expect(clippy::disallowed_methods, reason = "an example is a shell of its own")]
fn entropy() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system gives randomness");
    bytes
}
