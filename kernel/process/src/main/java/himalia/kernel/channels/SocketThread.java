package himalia.kernel.channels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * One socket and the one thread that owns it: opens it, sends what others put into its outbox, hands over what arrives, closes it.
 *
 * <p>It waits in one poller over the socket and a pipe that wakes it, so it neither sleeps late nor turns in circles.
 */
public final class SocketThread implements AutoCloseable {
    /** How many messages are taken before others are sent again. */
    private static final int TURN = 100;

    /** A full socket is tried again after so long; only while a peer does not read. */
    private static final int RETRY_MS = 5;

    /** After so long, a peer that does not read is no longer waited for. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    /** What waits when the socket closes is tried for so long. */
    private static final long LAST_NS = TimeUnit.SECONDS.toNanos(1);

    private static final long CLOSING_MS = 3_000;

    private final ZMQ.Context context;
    private final ChannelEndpoint endpoint;
    private final FrameReceiver receiver;
    private final FrameSender sender;
    private final Outbox outbox = new Outbox();
    private final Wake wake;
    private final Thread thread;
    private final CountDownLatch opened = new CountDownLatch(1);

    private volatile boolean closing;
    private volatile long closingSince;
    private volatile @Nullable IOException refusal;

    /** A peer has stopped reading since then, 0 if none has; touched by the thread alone. */
    private long stalledSince;

    public SocketThread(
            ZMQ.Context context, String name, ChannelEndpoint endpoint, FrameReceiver receiver)
            throws IOException {
        this(context, name, endpoint, receiver, FrameSender.PLAIN);
    }

    SocketThread(
            ZMQ.Context context,
            String name,
            ChannelEndpoint endpoint,
            FrameReceiver receiver,
            FrameSender sender)
            throws IOException {
        this.sender = sender;
        this.context = context;
        this.endpoint = endpoint;
        this.receiver = receiver;
        this.wake = new Wake();
        this.thread = new Thread(this::run, "himalia-" + name);
        thread.setDaemon(true);
    }

    /** Starts the thread, which opens the socket. */
    public void start() {
        thread.start();
    }

    /** Waits until the socket is open, and says why if it cannot be. */
    public void awaitOpen() throws IOException {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening " + thread.getName(), e);
        }
        var why = refusal;
        if (why != null) {
            throw new IOException(why.getMessage(), why);
        }
    }

    /** Sends the frames of one message, after those before it; returns at once unless far too much waits already. */
    public void send(List<byte[]> frames) {
        outbox.put(frames, Thread.currentThread() != thread);
        wake.signal();
    }

    /** Sends what waits, closes the socket, and ends the thread. */
    @Override
    public void close() {
        if (!closing) {
            beginClosing();
        }
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the thread send what waits and end, without waiting for it. */
    public void beginClosing() {
        closingSince = System.nanoTime();
        closing = true;
        wake.signal();
    }

    /** Tells whether the thread is still at work; until it has ended, its context cannot be closed. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            var socket = endpoint.open(context);
            try {
                opened.countDown();
                serve(socket);
            } finally {
                socket.close();
            }
        } catch (IOException e) {
            refusal = e;
        } finally {
            opened.countDown();
            closeWake();
        }
    }

    private void serve(ZMQ.Socket socket) throws IOException {
        var poller = context.poller(2);
        try {
            poller.register(socket, ZMQ.Poller.POLLIN);
            poller.register(wake.source(), ZMQ.Poller.POLLIN);
            while (true) {
                var watched = wake.source();
                if (wake.clear()) {
                    poller.unregister(watched);
                    poller.register(wake.source(), ZMQ.Poller.POLLIN);
                }
                // Read before sending: what is put before closing is sent.
                boolean last = closing;
                boolean more = turn(socket);
                if (last && (outbox.isEmpty() || System.nanoTime() - closingSince > LAST_NS)) {
                    return;
                }
                poller.poll(more ? 0 : stalledSince == 0 ? -1 : RETRY_MS);
            }
        } catch (ZMQException e) {
            // The context was closed under us: nobody can be reached any more.
            closing = true;
        } finally {
            poller.close();
        }
    }

    /** Sends all and takes some; tells whether there may be more to take. */
    private boolean turn(ZMQ.Socket socket) {
        sendAll(socket);
        for (int i = 0; i < TURN; i++) {
            var frames = next(socket);
            if (frames == null) {
                return false;
            }
            take(frames);
            sendAll(socket);
        }
        return true;
    }

    // One message that breaks the code of ours or somebody's must not make the kernel deaf for all
    // others.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void take(List<byte[]> frames) {
        try {
            receiver.received(frames);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            System.getLogger("himalia.channels")
                    .log(
                            System.Logger.Level.ERROR,
                            thread.getName() + " could not take a message",
                            e);
        }
    }

    private static @Nullable List<byte[]> next(ZMQ.Socket socket) {
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>(8);
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }

    private void sendAll(ZMQ.Socket socket) {
        for (var frames = outbox.peek(); frames != null; frames = outbox.peek()) {
            if (!sent(socket, frames)) {
                return;
            }
            outbox.drop();
        }
    }

    private boolean sent(ZMQ.Socket socket, List<byte[]> frames) {
        if (sender.send(socket, frames, false)) {
            stalledSince = 0;
            return true;
        }
        long now = System.nanoTime();
        if (stalledSince == 0) {
            stalledSince = now;
        }
        if (now - stalledSince < PATIENCE_NS) {
            return false;
        }
        // From here on the peer that does not read loses messages, and the others go on.
        return sender.send(socket, frames, true);
    }

    private void closeWake() {
        try {
            wake.close();
        } catch (IOException e) {
            System.getLogger("himalia.channels")
                    .log(System.Logger.Level.DEBUG, "pipe not closed", e);
        }
    }
}
