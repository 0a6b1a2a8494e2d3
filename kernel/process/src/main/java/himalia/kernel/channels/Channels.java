package himalia.kernel.channels;

import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.StreamOutput;
import himalia.kernel.protocol.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zeromq.ZMQ;

/**
 * The kernel's five sockets.
 *
 * <pre>{@code
 * try (var channels = new Channels(file, codec, sender, (channel, message) -> requests.add(message))) {
 *     channels.open();
 *     channels.publish("status", sender.broadcast(Map.of(), Status.starting()));
 * }
 * }</pre>
 *
 * <p>Messages may be sent from any thread, and keep their order on each channel. A client that does not read is waited for up to five seconds
 * once 1,000 broadcasts or 64 MB are on their way to it; then it loses output, and the others go on. Of replies it may leave 10,000 unread.
 */
public final class Channels implements AutoCloseable {
    /** Of a broadcast's frames: topic, delimiter, signature, header, parent header. */
    private static final int PARENT = 4;

    private final ConnectionFile file;
    private final MessageCodec codec;
    private final Sender sender;
    private final Inbox inbox;
    private final boolean welcoming;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, SocketThread> sockets = new EnumMap<>(Channel.class);

    public Channels(ConnectionFile file, MessageCodec codec, Sender sender, Inbox inbox) {
        this(file, codec, sender, inbox, true);
    }

    /** Makes channels that greet who subscribes, or do not: some old front ends log messages that they do not know. */
    public Channels(
            ConnectionFile file,
            MessageCodec codec,
            Sender sender,
            Inbox inbox,
            boolean welcoming) {
        this.file = file;
        this.codec = codec;
        this.sender = sender;
        this.inbox = inbox;
        this.welcoming = welcoming;
        // Connections that break off in the middle of a handshake are no news, and the standard
        // streams are not ours.
        context.setNotificationExceptionHandler(
                (thread, e) ->
                        System.getLogger("himalia.channels")
                                .log(System.Logger.Level.DEBUG, "odd connection", e));
    }

    /**
     * Binds all five sockets.
     *
     * @throws IOException if one cannot be bound, for example because its port is in use; then none is open
     */
    public void open() throws IOException {
        for (var channel : Channel.values()) {
            sockets.put(
                    channel,
                    new SocketThread(
                            context,
                            channel.portField().replace("_port", ""),
                            new BoundEndpoint(channel, file),
                            receiver(channel),
                            channel == Channel.IOPUB
                                    ? new Broadcast(this::lossNotice)
                                    : FrameSender.PLAIN));
        }
        for (var socket : sockets.values()) {
            socket.start();
        }
        try {
            for (var socket : sockets.values()) {
                socket.awaitOpen();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private FrameReceiver receiver(Channel channel) {
        return switch (channel) {
            case HEARTBEAT -> frames -> socket(Channel.HEARTBEAT).send(frames);
            case IOPUB -> welcoming ? new Welcome(this, sender) : frames -> {};
            default -> new Intake(channel, codec, inbox);
        };
    }

    /** A word, in the cell whose output was missed, to the one front end that has missed it. */
    private List<byte[]> lossNotice(int count, List<byte[]> last) {
        var parent = new LinkedHashMap<String, Object>();
        if (Json.read(last.get(PARENT)) instanceof Map<?, ?> header) {
            header.forEach((name, value) -> parent.put(String.valueOf(name), value));
        }
        var text =
                "\n[This front end has not read for a while, and "
                        + count
                        + (count == 1 ? " message was" : " messages were")
                        + " not kept for it; what is missing here can be seen by running the cells again.]\n";
        var message = sender.broadcast(parent, new StreamOutput("stderr", text));
        return codec.encode(message.to(List.of(last.get(0))));
    }

    /** Sends a message to the client that its identities name. */
    public void send(Channel channel, Message message) {
        socket(channel).send(codec.encode(message));
    }

    /** Sends a message to all who subscribed to the topic; most subscribe to all. */
    public void publish(String topic, Message message) {
        send(Channel.IOPUB, message.to(List.of(topic.getBytes(StandardCharsets.UTF_8))));
    }

    /** Lets the last messages leave, for a second at most, and closes all sockets. */
    @Override
    public void close() {
        for (var socket : sockets.values()) {
            socket.beginClosing();
        }
        boolean ended = true;
        for (var socket : sockets.values()) {
            socket.close();
            ended &= !socket.isRunning();
        }
        if (ended) {
            context.close();
        }
    }

    private SocketThread socket(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("the channels are not open yet; call open() first");
        }
        return socket;
    }
}
