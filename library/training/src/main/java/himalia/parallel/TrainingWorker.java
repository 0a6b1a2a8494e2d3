package himalia.parallel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A worker process: does what the training that started it says, and ends when that ends. */
final class TrainingWorker implements WorkerTask.Surroundings {
    /** How often it says that it lives, in milliseconds. */
    private static final long BEAT = 500;

    private final int number;
    private final File folder;
    private final TrainingToken token;
    private final ServerSocket server;
    private final FrameLink training;
    private final BlockingQueue<WorkerFrame> orders = new LinkedBlockingQueue<>();
    private final BlockingQueue<WorkerFrame> pulled = new LinkedBlockingQueue<>();
    private final Stopwatch watch = new Stopwatch();
    private @Nullable Peers peers;
    private @Nullable WorkerTask task;
    private int round;

    private TrainingWorker(int number, int port, File folder, TrainingToken token)
            throws IOException {
        this.number = number;
        this.folder = folder;
        this.token = token;
        this.server = TrainingToken.listen();
        this.training = token.call(port);
        var hello =
                ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES)
                        .putInt(number)
                        .putInt(server.getLocalPort())
                        .putLong(ProcessHandle.current().pid());
        training.send(new WorkerFrame(WorkerFrame.Kind.BEAT, 0, hello.array()));
    }

    /** Takes its number, the port of the training and its folder; the token comes where no list of processes shows it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var said = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        var worker = called(args, TrainingToken.of(said));
        worker.background("himalia-orders", worker::read);
        worker.background("himalia-beat", worker::beat);
        while (true) {
            worker.follow(worker.orders.take());
        }
    }

    private static TrainingWorker called(String[] args, TrainingToken token) {
        var folder = new File(args[2]);
        try {
            return new TrainingWorker(
                    Integer.parseInt(args[0]), Integer.parseInt(args[1]), folder, token);
        } catch (IOException e) {
            // The training was over before this process could call.
            leave(folder);
            throw new UncheckedIOException(e);
        }
    }

    private void background(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            while (true) {
                var frame = training.receive();
                (frame.kind() == WorkerFrame.Kind.PULL ? pulled : orders).add(frame);
            }
        } catch (IOException e) {
            // The training is over.
        } finally {
            // Also where there is no memory for an order: who hears none must not count as alive.
            leave(folder);
        }
    }

    private void beat() {
        try {
            while (true) {
                training.send(new WorkerFrame(WorkerFrame.Kind.BEAT, 0, WorkerFrame.EMPTY));
                Thread.sleep(BEAT);
            }
        } catch (IOException | InterruptedException e) {
            leave(folder);
        }
    }

    /** Nobody is left who wants a result, or who would delete this folder. */
    private static void leave(File folder) {
        var files = folder.listFiles();
        for (var file : files == null ? new File[0] : files) {
            file.delete();
        }
        folder.delete();
        Runtime.getRuntime().halt(0);
    }

    private void follow(WorkerFrame order) throws IOException {
        round = order.round();
        try {
            switch (order.kind()) {
                case TASK -> {
                    if (task != null) {
                        task.close();
                    }
                    int count = ByteBuffer.wrap(order.body()).getInt();
                    task = WorkerTask.read(rest(order.body()), number, count);
                    training.send(new WorkerFrame(WorkerFrame.Kind.DONE, round, WorkerFrame.EMPTY));
                }
                case PEERS -> {
                    disconnect();
                    var ports = new int[order.body().length / Integer.BYTES];
                    ByteBuffer.wrap(order.body()).asIntBuffer().get(ports);
                    peers = Peers.meet(number, ports, round, token, server, watch);
                    training.send(new WorkerFrame(WorkerFrame.Kind.DONE, round, WorkerFrame.EMPTY));
                }
                case WORK -> work(order.body());
                default -> throw new IOException("no order: " + order.kind());
            }
        } catch (CutOff e) {
            disconnect();
            training.send(new WorkerFrame(WorkerFrame.Kind.CUT_OFF, round, WorkerFrame.EMPTY));
        } catch (IOException | RuntimeException | Error e) {
            disconnect();
            // Native code says where it was on the lines that follow.
            var words = String.valueOf(e).lines().findFirst().orElse("");
            var body = words.getBytes(StandardCharsets.UTF_8);
            training.send(new WorkerFrame(WorkerFrame.Kind.FAILED, round, body));
        }
    }

    private static byte[] rest(byte[] body) {
        return Arrays.copyOfRange(body, Integer.BYTES, body.length);
    }

    private void work(byte[] order) throws IOException {
        if (task == null) {
            throw new IOException("there is work, and no task yet");
        }
        pulled.clear();
        watch.restart();
        var result = task.work(order, this);
        var body =
                WireFormat.bytes(
                        out -> {
                            watch.write(out);
                            WireFormat.write(out, result);
                        });
        training.send(new WorkerFrame(WorkerFrame.Kind.DONE, round, body));
    }

    private void disconnect() {
        if (peers != null) {
            peers.close();
            peers = null;
        }
    }

    @Override
    public Exchange peers() {
        if (peers == null) {
            throw new IllegalStateException("the other workers are not known yet");
        }
        return peers;
    }

    @Override
    public Stopwatch watch() {
        return watch;
    }

    @Override
    public byte[] ask(byte[] found) throws IOException {
        watch.enter(Activity.SEND);
        training.send(new WorkerFrame(WorkerFrame.Kind.PUSH, round, found));
        watch.enter(Activity.WAIT);
        try {
            while (true) {
                var frame = pulled.take();
                if (frame.round() == round) {
                    if (frame.body().length == 0) {
                        throw new CutOff("the training begins anew", null);
                    }
                    return frame.body();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOff("interrupted", e);
        } finally {
            watch.enter(Activity.COMPUTE);
        }
    }
}
