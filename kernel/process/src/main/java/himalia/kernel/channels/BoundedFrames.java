package himalia.kernel.channels;

import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Makes room for the frames that arrive, but not for one that only claims to be huge.
 *
 * <p>JeroMQ 0.6 checks the claimed length too, but takes one above 2^63 for negative and cuts it to an int: a stranger's eight bytes would then
 * end its I/O thread, and with it the kernel's hearing. Nothing may be thrown here for the same reason, so such a frame becomes an empty one; what
 * follows it on that connection is noise, which no signature covers.
 */
final class BoundedFrames implements MsgAllocator {
    private final long longest;

    BoundedFrames(long longest) {
        this.longest = longest;
    }

    @Override
    public Msg allocate(int size) {
        if (size < 0 || size > longest) {
            return new Msg(0);
        }
        try {
            return new Msg(size);
        } catch (OutOfMemoryError e) {
            return new Msg(0);
        }
    }
}
