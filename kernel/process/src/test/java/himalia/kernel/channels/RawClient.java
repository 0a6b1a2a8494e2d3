package himalia.kernel.channels;

import himalia.kernel.protocol.Decoded;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Bare sockets on the client's side, all on the test's own thread; can send what no client should. */
final class RawClient implements AutoCloseable {
    final Sender sender = Sender.fresh("test");
    final MessageCodec codec;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    RawClient(ConnectionFile file) {
        this(file, "");
    }

    RawClient(ConnectionFile file, String topic) {
        codec = new MessageCodec(file.signature());
        for (var channel : Channel.values()) {
            var socket =
                    context.socket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
            socket.setLinger(0);
            socket.setRcvHWM(1_000);
            socket.setSndHWM(0);
            socket.setReceiveTimeOut(5_000);
            socket.setReconnectIVL(10);
            // JeroMQ may lose sight of a connection: see ConnectedEndpoint of the client.
            socket.setHandshakeIvl(2_000);
            if (channel == Channel.IOPUB) {
                socket.subscribe(topic);
            } else {
                socket.setIdentity(sender.session().getBytes(StandardCharsets.US_ASCII));
            }
            file.curve().ifPresent(keys -> encrypt(socket, keys));
            socket.setIPv6(file.ipv6());
            socket.connect(file.clientAddress(channel));
            sockets.put(channel, socket);
        }
    }

    private static void encrypt(ZMQ.Socket socket, CurveKeys keys) {
        var own = ZMQ.Curve.generateKeyPair();
        socket.setCurveServerKey(keys.publicKey().getBytes(StandardCharsets.US_ASCII));
        socket.setCurvePublicKey(own.publicKey.getBytes(StandardCharsets.US_ASCII));
        socket.setCurveSecretKey(own.secretKey.getBytes(StandardCharsets.US_ASCII));
    }

    ZMQ.Socket socket(Channel channel) {
        return sockets.get(channel);
    }

    /** Sends a request and returns its id. */
    String send(Channel channel, String type, Map<String, Object> content) {
        var message = sender.request(type, content);
        sendFrames(channel, codec.encode(message));
        return message.id();
    }

    void sendFrames(Channel channel, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket(channel).send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Returns the next message, or fails after five seconds. */
    Message receive(Channel channel) {
        var frames = receiveFrames(channel);
        if (frames.isEmpty()) {
            throw new AssertionError("nothing came on " + channel + " in five seconds");
        }
        if (codec.decode(frames) instanceof Decoded.Good good) {
            return good.message();
        }
        throw new AssertionError("bad frames on " + channel);
    }

    /** Returns the next frames; none after five seconds. */
    List<byte[]> receiveFrames(Channel channel) {
        var frames = new ArrayList<byte[]>();
        var socket = socket(channel);
        byte[] frame = socket.recv();
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames;
    }

    /** Waits until iopub arrives here, by the kernel's welcome. */
    Message welcomed() {
        return receive(Channel.IOPUB);
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.close();
    }
}
