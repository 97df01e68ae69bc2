//! The front end in the page: survey, apply, ledger, watch.
