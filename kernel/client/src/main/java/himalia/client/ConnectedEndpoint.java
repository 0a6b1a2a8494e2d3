package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ChannelEndpoint;
import himalia.kernel.channels.ConnectionFile;
import java.nio.charset.StandardCharsets;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The client's end of a channel; the identity joins what it asks on shell with what it is asked on stdin. */
record ConnectedEndpoint(Channel channel, ConnectionFile file, String identity)
        implements ChannelEndpoint {
    /** A kernel that starts is tried again soon: each wait is one that the first cell waits too. */
    private static final int RECONNECT_MS = 10;

    /**
     * JeroMQ 0.6 loses sight of one connection in a thousand, more often on a busy machine: where the command that hands a
     * new connection over comes in one turn of its poller with the news that it is there, the old registration is cancelled
     * behind the new one. So one that has not said by then who it is is made anew; what was sent waits for it.
     */
    private static final int HANDSHAKE_MS = 2_000;

    private static final int UNREAD = 10_000;

    @Override
    public ZMQ.Socket open(ZMQ.Context context) {
        var socket = context.socket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
        socket.setLinger(0);
        socket.setHWM(UNREAD);
        socket.setReconnectIVL(RECONNECT_MS);
        socket.setHandshakeIvl(HANDSHAKE_MS);
        socket.setIPv6(file.ipv6());
        if (channel == Channel.IOPUB) {
            socket.subscribe("");
        } else {
            socket.setIdentity(identity.getBytes(StandardCharsets.UTF_8));
        }
        if (file.curve().isPresent()) {
            var own = ZMQ.Curve.generateKeyPair();
            socket.setCurveServerKey(
                    file.curve().get().publicKey().getBytes(StandardCharsets.US_ASCII));
            socket.setCurvePublicKey(own.publicKey.getBytes(StandardCharsets.US_ASCII));
            socket.setCurveSecretKey(own.secretKey.getBytes(StandardCharsets.US_ASCII));
        }
        socket.connect(file.clientAddress(channel));
        return socket;
    }
}
