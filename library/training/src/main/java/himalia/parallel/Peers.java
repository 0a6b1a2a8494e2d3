package himalia.parallel;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker's connections to all others. A thread for each reads at once what comes, so that no two wait for each other's buffers. */
final class Peers implements Exchange, Closeable {
    /** How long it waits for the others to call, in milliseconds. */
    private static final int PATIENCE = 10_000;

    private final int number;
    private final FrameLink[] links;
    private final BlockingQueue<WorkerFrame>[] received;
    private final Stopwatch watch;

    /** Why it hears nothing any more, where it is not that others are gone. */
    private volatile @Nullable OutOfMemoryError full;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Peers(int number, int count, Stopwatch watch) {
        this.number = number;
        this.watch = watch;
        this.links = new FrameLink[count];
        this.received = new BlockingQueue[count];
    }

    /** Calls those of lower numbers, and waits for the calls of the others. */
    static Peers meet(
            int number,
            int[] ports,
            int round,
            TrainingToken token,
            ServerSocket server,
            Stopwatch watch)
            throws IOException {
        server.setSoTimeout(PATIENCE);
        var peers = new Peers(number, ports.length, watch);
        try {
            for (int other = 0; other < number; other++) {
                var link = token.call(ports[other]);
                link.send(
                        new WorkerFrame(WorkerFrame.Kind.PEERS, round, new byte[] {(byte) number}));
                peers.join(other, link);
            }
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
            for (int missing = ports.length - 1 - number; missing > 0; ) {
                var link = token.accept(server);
                if (link == null) {
                    if (System.nanoTime() > until) {
                        throw new IOException("only strangers call");
                    }
                    continue;
                }
                var hello = link.receiveHello();
                // One that was cut off before may still have called.
                if (hello.round() == round) {
                    peers.join(hello.body()[0], link);
                    missing--;
                } else {
                    link.close();
                }
            }
            return peers;
        } catch (IOException e) {
            peers.close();
            throw e;
        }
    }

    private void join(int other, FrameLink link) {
        links[other] = link;
        var queue = new LinkedBlockingQueue<WorkerFrame>();
        received[other] = queue;
        var thread = new Thread(() -> read(link, queue), "himalia-peer-" + other);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(FrameLink link, BlockingQueue<WorkerFrame> queue) {
        try {
            while (true) {
                queue.add(link.receive());
            }
        } catch (IOException e) {
            // The other one is gone.
        } catch (OutOfMemoryError e) {
            full = e;
        } finally {
            queue.add(new WorkerFrame(WorkerFrame.Kind.CUT_OFF, 0, WorkerFrame.EMPTY));
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int count() {
        return links.length;
    }

    @Override
    public void send(int to, float[] values, int start, int end) throws IOException {
        var before = watch.enter(Activity.SEND);
        try {
            var body = ByteBuffer.allocate((end - start) * Float.BYTES);
            body.asFloatBuffer().put(values, start, end - start);
            links[to].send(new WorkerFrame(WorkerFrame.Kind.NUMBERS, 0, body.array()));
        } catch (IOException e) {
            throw new CutOff("worker " + to + " is gone", e);
        } finally {
            watch.enter(before);
        }
    }

    @Override
    public float[] receive(int from) throws IOException {
        var before = watch.enter(Activity.WAIT);
        try {
            var frame = received[from].take();
            if (frame.kind() != WorkerFrame.Kind.NUMBERS) {
                // For whoever asks again.
                received[from].add(frame);
                if (full != null) {
                    throw full;
                }
                throw new CutOff("worker " + from + " is gone", null);
            }
            var values = new float[frame.body().length / Float.BYTES];
            ByteBuffer.wrap(frame.body()).asFloatBuffer().get(values);
            return values;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOff("interrupted", e);
        } finally {
            watch.enter(before);
        }
    }

    @Override
    public void close() {
        for (var link : links) {
            if (link != null) {
                try {
                    link.close();
                } catch (IOException e) {
                    // It is gone already.
                }
            }
        }
    }
}
