//! Memory and panics without the standard library.

use core::panic::PanicInfo;

use endmark_live as _;
use rlsf::GlobalTlsf;

#[global_allocator]
static ALLOCATOR: GlobalTlsf = GlobalTlsf::new();

/// A panic is a trap, which the script around the module catches. Its message would be read by
/// nobody: all messages, and what writes them, stay out of the module.
#[panic_handler]
fn trap(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
