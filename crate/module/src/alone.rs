//! Memory and panics without the standard library.

use core::panic::PanicInfo;

use endmark_live as _;
use rlsf::{GlobalTlsf, GlobalTlsfOptions};

#[global_allocator]
static ALLOCATOR: GlobalTlsf<Plain> = GlobalTlsf::new();

/// What grows is copied: growing in place is half a kilobyte of the module, and seldom comes about.
struct Plain;

impl GlobalTlsfOptions for Plain {
    const ENABLE_REALLOCATION: bool = false;
    // On wasm it joins none: it compares where a pool begins with where the memory ends.
    const COALESCE_POOLS: bool = false;
}

/// A panic is a trap, which the script around the module catches. Its message would be read by
/// nobody: all messages, and what writes them, stay out of the module.
#[panic_handler]
fn trap(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
