package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ConnectionFile;
import himalia.kernel.channels.FrameReceiver;
import himalia.kernel.channels.SocketThread;
import himalia.kernel.protocol.Decoded;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/** The five sockets of a client, and who waits for what on them. */
final class Connection implements AutoCloseable {
    /** What nobody asked for is kept up to so much; then the oldest is dropped. */
    private static final int UNCLAIMED = 10_000;

    private final Sender sender = Sender.fresh("himalia-client");
    private final MessageCodec codec;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, SocketThread> sockets = new EnumMap<>(Channel.class);
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<Message> unclaimed = new LinkedBlockingQueue<>(UNCLAIMED);
    private final BlockingQueue<List<byte[]>> beats = new LinkedBlockingQueue<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile @Nullable String gone;
    private volatile boolean closing;

    Connection(ConnectionFile file) throws IOException {
        codec = new MessageCodec(file.signature());
        // Of a pipe that it has closed itself a moment ago nobody needs to hear.
        context.setNotificationExceptionHandler(
                (thread, fault) ->
                        System.getLogger("himalia.client")
                                .log(
                                        closing ? Level.DEBUG : Level.WARNING,
                                        "odd connection",
                                        fault));
        for (var channel : Channel.values()) {
            var endpoint = new ConnectedEndpoint(channel, file, sender.session());
            var socket =
                    new SocketThread(context, "client-" + channel, endpoint, receiver(channel));
            sockets.put(channel, socket);
            socket.start();
        }
        for (var socket : sockets.values()) {
            socket.awaitOpen();
        }
    }

    private FrameReceiver receiver(Channel channel) {
        return channel == Channel.HEARTBEAT ? beats::add : frames -> received(channel, frames);
    }

    private void received(Channel channel, List<byte[]> frames) {
        if (codec.decode(frames) instanceof Decoded.Good good) {
            take(channel, good.message());
        }
    }

    /** Gives a message to the request that it is for. */
    void take(Channel channel, Message message) {
        if (channel == Channel.IOPUB) {
            subscribed.countDown();
        }
        var request = pending.get(message.parentId());
        if (request == null || !request.add(event(channel, message))) {
            unclaimed(message);
        }
    }

    /** Keeps what nobody waits for, but for how busy the kernel was with somebody's request. */
    void unclaimed(Message message) {
        if (message.type().equals("status") && !message.parentHeader().isEmpty()) {
            return;
        }
        while (!unclaimed.offer(message)) {
            unclaimed.poll();
        }
    }

    private static Event event(Channel channel, Message message) {
        return switch (channel) {
            case IOPUB -> new Event.Published(message);
            case STDIN -> new Event.Asked(message);
            default -> new Event.Replied(message);
        };
    }

    Pending send(Channel channel, Message message) {
        var request = new Pending(message, this);
        pending.put(message.id(), request);
        socket(channel).send(codec.encode(message));
        var reason = gone;
        if (reason != null) {
            request.add(new Event.Gone(reason));
        }
        return request;
    }

    /** Sends what gets no answer. */
    void tell(Channel channel, Message message) {
        socket(channel).send(codec.encode(message));
    }

    Sender sender() {
        return sender;
    }

    void forget(String id) {
        pending.remove(id);
    }

    /** Waits until anything at all has come on iopub; before, output could be lost. */
    boolean awaitSubscribed(Duration limit) throws InterruptedException {
        return subscribed.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<Message> unclaimed(Duration limit) throws InterruptedException {
        return Optional.ofNullable(unclaimed.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Tells whether the kernel's heart beats. */
    boolean beats(Duration limit) throws InterruptedException {
        beats.clear();
        // An empty frame first, as a kernel that answers with a REP socket needs it.
        socket(Channel.HEARTBEAT).send(List.of(new byte[0], new byte[] {'p', 'i', 'n', 'g'}));
        return beats.poll(limit.toNanos(), TimeUnit.NANOSECONDS) != null;
    }

    /** Tells everybody who waits that nothing will come any more. */
    void gone(String reason) {
        gone = reason;
        for (var request : pending.values()) {
            request.add(new Event.Gone(reason));
        }
    }

    /** Returns why it is gone, to be put at the end of a message. */
    String told() {
        var reason = gone;
        return reason == null ? "" : "; " + reason;
    }

    private SocketThread socket(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return socket;
    }

    @Override
    public void close() {
        closing = true;
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
        gone("this client is closed");
    }
}
