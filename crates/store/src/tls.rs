//! TLS to PostgreSQL: rustls, certificates always verified.

use std::sync::Arc;

use postgres::Config;
use postgres::config::{Host, SslMode};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::{Result, StoreError};

/// Takes `sslrootcert=FILE` out of a URL.
pub(crate) fn take_authority(url: &str) -> (String, Option<String>) {
    let Some((base, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let mut file = None;
    let rest: Vec<&str> = query
        .split('&')
        .filter(|part| match part.strip_prefix("sslrootcert=") {
            Some(path) => {
                file = Some(path.to_owned());
                false
            }
            None => true,
        })
        .collect();
    let url = if rest.is_empty() { base.to_owned() } else { format!("{base}?{}", rest.join("&")) };
    (url, file)
}

/// Sets the mode of `config` and gives the TLS configuration when it is to be used.
pub(crate) fn for_config(
    config: &mut Config,
    url: &str,
    authority: Option<&str>,
) -> Result<Option<rustls::ClientConfig>> {
    let wanted =
        if url.contains("sslmode=") { config.get_ssl_mode() != SslMode::Disable } else { !is_local(config) };
    if !wanted {
        config.ssl_mode(SslMode::Disable);
        return Ok(None);
    }
    config.ssl_mode(SslMode::Require);
    let mut roots = rustls::RootCertStore::empty();
    match authority {
        Some(file) => {
            let refuse = || StoreError::Config {
                what: format!("sslrootcert {file} cannot be read as PEM certificates"),
            };
            for certificate in CertificateDer::pem_file_iter(file).map_err(|_| refuse())? {
                roots.add(certificate.map_err(|_| refuse())?).map_err(|_| refuse())?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(StoreError::Config {
            what: "no certificate authority was found to verify PostgreSQL with: install ca-certificates or give sslrootcert=FILE".into(),
        });
    }
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| StoreError::Config { what: "TLS cannot be set up".into() })?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Some(tls))
}

fn is_local(config: &Config) -> bool {
    config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, encrypted: bool) {
        let (url, _) = take_authority(url);
        let mut config: Config = url.parse().expect("a URL");
        // Without any authority on the machine, wanting TLS shows as the error that names it.
        let tls = for_config(&mut config, &url, None).map_or(true, |tls| tls.is_some());
        assert_eq!(tls, encrypted, "{url}");
    }

    #[test]
    fn other_machines_are_reached_encrypted() {
        check("postgres://u@localhost/d", false);
        check("postgres://u@127.0.0.1:5433/d", false);
        check("postgres://u@%2Ftmp%2Fsocket/d", false);
        check("postgres://u@db.example/d", true);
        check("postgres://u@db.example/d?sslmode=prefer", true);
        check("postgres://u@db.example/d?sslmode=disable", false);
        check("postgres://u@localhost/d?sslmode=require", true);
        check("postgres://u@localhost/d?sslrootcert=/x.pem&sslmode=require", true);
    }
}
