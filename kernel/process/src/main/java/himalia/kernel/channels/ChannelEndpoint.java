package himalia.kernel.channels;

import java.io.IOException;
import org.zeromq.ZMQ;

/** Opens one socket, on the thread that will own it. */
public interface ChannelEndpoint {
    /** Returns the socket, bound or connected. */
    ZMQ.Socket open(ZMQ.Context context) throws IOException;
}
