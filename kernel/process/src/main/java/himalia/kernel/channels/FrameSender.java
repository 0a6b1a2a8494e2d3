package himalia.kernel.channels;

import java.util.List;
import org.zeromq.ZMQ;

/** Sends the frames of one message on a socket, on the thread that owns it. */
public interface FrameSender {
    /** Sends to whoever is there, or not at all where the socket is full. */
    FrameSender PLAIN = (socket, frames, mayLose) -> write(socket, frames);

    /**
     * Sends, or says no where a peer has too much to read already.
     *
     * @param mayLose whether that peer has been waited for long enough, and may go without this message
     */
    boolean send(ZMQ.Socket socket, List<byte[]> frames, boolean mayLose);

    /** Writes all frames or none; never waits. */
    static boolean write(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            // A socket that takes the first frame takes the others.
            if (!socket.send(frames.get(i), i < last ? ZMQ.SNDMORE | ZMQ.DONTWAIT : ZMQ.DONTWAIT)) {
                return false;
            }
        }
        return true;
    }
}
