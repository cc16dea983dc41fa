//! `harmony serve`: portal, desk and the daily run.

use std::{net::SocketAddr, sync::Arc};

use app::{App, identity::HashCost, screening::NamedList};
use web::{Shell, house::Setting};

use crate::{
    End, Wrong,
    cli::{Place, ServeArgs, local},
    clock::{self, BusinessClock},
    demo,
    outlet::Folders,
    work::Work,
};

pub(crate) fn serve(place: &Place, args: &ServeArgs) -> Result<End, Wrong> {
    let start = args.now.as_deref().map(local).transpose()?;
    let clock = BusinessClock::starting(start);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // The port first: that it is taken should be said before anything is made.
    let listener = runtime.block_on(tokio::net::TcpListener::bind(args.listen)).map_err(|error| {
        format!("{} cannot be listened on ({error}): choose another address with --listen", args.listen)
    })?;
    let address = listener.local_addr()?;
    let portal_url = args.portal_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let installation = place.installation(&portal_url);
    let screener = NamedList { possible: vec![demo::SCREENED.to_lowercase()] };
    let app = app::open::open(&installation, Box::new(screener), clock::entropy(), clock::system_now())?;
    if args.demo {
        demo::fill(&app, clock.now(), &Folders::new(&installation, &args.mail_from, None)?)?;
    }
    let outlet = Folders::new(&installation, &args.mail_from, args.smtp.as_deref())?;
    let work = Work::start(&app, clock, outlet)?;
    let shell = shell(&app, clock, portal_url.starts_with("https:"))?;
    println!("listening on http://{address}");
    runtime.block_on(listen(listener, shell))?;
    drop(work);
    Ok(End::Done)
}

fn shell(app: &App, clock: BusinessClock, https: bool) -> Result<Shell, Wrong> {
    let entropy = clock::entropy();
    let fill = move || {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        bytes
    };
    Ok(web::house::shell(Setting {
        app: app.clone(),
        clock: Arc::new(clock),
        operational: Arc::new(BusinessClock::starting(None)),
        entropy: Arc::new(fill),
        https,
        hash_cost: HashCost::USUAL,
    })?)
}

async fn listen(listener: tokio::net::TcpListener, shell: Shell) -> std::io::Result<()> {
    let router = web::router(shell).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router).with_graceful_shutdown(told_to_stop()).await
}

/// Ctrl-C or a polite signal.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
            .expect("signals can be listened to");
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
