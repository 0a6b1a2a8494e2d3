package himalia.kernel.channels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** The kernel's end of a channel. */
record BoundEndpoint(Channel channel, ConnectionFile file) implements ChannelEndpoint {
    /** How long a closing socket tries to get rid of the last messages. */
    private static final int LINGER_MS = 1_000;

    /** A frame that claims to be longer ends its connection; never more than the heap can hold a few of. */
    private static final long LONGEST_FRAME = 256L << 20;

    private static final long SHORTEST_LIMIT = 16L << 20;

    /**
     * Replies that a client has not read yet. What goes beyond is lost to it, so this is far more than a notebook has cells, and bounded all the
     * same.
     */
    private static final int UNREAD_REPLIES = 10_000;

    /** Broadcasts that a subscriber has not read yet, before publishing waits for it. */
    private static final int UNREAD_BROADCASTS = Subscriber.MOST_MESSAGES;

    @Override
    public ZMQ.Socket open(ZMQ.Context context) throws IOException {
        var socket = context.socket(channel.serverType());
        try {
            configure(socket);
            socket.bind(file.address(channel));
            return socket;
        } catch (ZMQException e) {
            socket.close();
            throw new IOException(refusal(e), e);
        } catch (IllegalArgumentException e) {
            socket.close();
            throw new IOException(
                    "the address "
                            + file.address(channel)
                            + " of the connection file is none; give an IP address of this machine, such as 127.0.0.1",
                    e);
        }
    }

    private void configure(ZMQ.Socket socket) {
        socket.setLinger(channel == Channel.HEARTBEAT ? 0 : LINGER_MS);
        long longest = longestFrame(Runtime.getRuntime().maxMemory());
        socket.setMaxMsgSize(longest);
        socket.setMsgAllocator(new BoundedFrames(longest));
        socket.setIPv6(file.ipv6());
        if (channel == Channel.IOPUB) {
            socket.setHWM(UNREAD_BROADCASTS);
            // Every subscriber is to be welcomed, not only the first of its topic.
            socket.setXpubVerbose(true);
            socket.setXpubNoDrop(true);
        } else {
            socket.setHWM(UNREAD_REPLIES);
            // A front end that comes back under its name takes over from its own dead connection.
            socket.setRouterHandover(true);
        }
        if (file.curve().isPresent()) {
            var keys = file.curve().get();
            socket.setCurveServer(true);
            socket.setCurvePublicKey(keys.publicKey().getBytes(StandardCharsets.US_ASCII));
            socket.setCurveSecretKey(keys.secretKey().getBytes(StandardCharsets.US_ASCII));
        }
    }

    static long longestFrame(long heap) {
        return Math.min(LONGEST_FRAME, Math.max(SHORTEST_LIMIT, heap / 4));
    }

    private String refusal(ZMQException e) {
        var where = "port " + file.port(channel) + " (" + channel.portField() + ") on " + file.ip();
        if (e.getErrorCode() == ZError.EADDRINUSE) {
            return where
                    + " is in use; end the program that holds it, or start the kernel again with other ports";
        }
        return where
                + " cannot be bound: "
                + e.getMessage()
                + "; check the ip and the ports of the connection file";
    }
}
