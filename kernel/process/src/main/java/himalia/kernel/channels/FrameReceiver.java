package himalia.kernel.channels;

import java.util.List;

/** Takes the frames of one message, on the thread of the socket. */
public interface FrameReceiver {
    /** Takes them and returns at once. */
    void received(List<byte[]> frames);
}
