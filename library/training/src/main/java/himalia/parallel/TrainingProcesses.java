package himalia.parallel;

import himalia.parallel.TrainingProcess.Event;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The worker processes of one training. */
final class TrainingProcesses implements AutoCloseable {
    /** How long those that are left may take to notice that one is gone, in nanoseconds. */
    private static final long AFTERMATH = TimeUnit.SECONDS.toNanos(5);

    /** How long it may take to hear that a process is gone, in nanoseconds. */
    private static final long HEARSAY = TimeUnit.SECONDS.toNanos(1);

    private final Launch launch;
    private final byte[] task;
    private final TrainingToken token = TrainingToken.random();
    private final ServerSocket server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<TrainingProcess> workers = new CopyOnWriteArrayList<>();
    private final WorkTimes times = new WorkTimes();
    private final Thread watch;
    private final boolean needEachOther;
    private int round;

    /** What answers a worker in the middle of its work. */
    @FunctionalInterface
    interface Pushed {
        void heard(int worker, byte[] found) throws IOException;
    }

    private TrainingProcesses(Launch launch, byte[] task, boolean needEachOther)
            throws IOException {
        this.launch = launch;
        this.task = task;
        this.needEachOther = needEachOther;
        this.watch = new Thread(new SilenceWatch(workers, launch.silence()), "himalia-workers");
        this.server = TrainingToken.listen();
    }

    /**
     * Starts so many, and returns when each has its task and knows the others.
     *
     * @param needEachOther whether none can be kept when one is gone
     * @throws IllegalStateException if one does not start; none is left then
     */
    static TrainingProcesses start(int count, Launch launch, byte[] task, boolean needEachOther) {
        try {
            var processes = new TrainingProcesses(launch, task, needEachOther);
            boolean complete = false;
            try {
                var numbers = new ArrayList<Integer>();
                for (int number = 0; number < count; number++) {
                    processes.workers.add(null);
                    numbers.add(number);
                }
                processes.watch.setDaemon(true);
                processes.watch.start();
                processes.begin(numbers);
                complete = true;
                return processes;
            } finally {
                // An error, or an interrupt that comes as one, leaves no process either.
                if (!complete) {
                    processes.close();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the workers cannot be started: " + e.getMessage(), e);
        }
    }

    int count() {
        return workers.size();
    }

    WorkTimes times() {
        return times;
    }

    long pid(int worker) {
        return workers.get(worker).pid();
    }

    /**
     * Starts new processes for those that are gone.
     *
     * @throws WorkerLost if one of all is gone before they can work; all are to be replaced then
     */
    void replace(List<Integer> lost) throws WorkerLost {
        for (int number : lost) {
            workers.get(number).close();
        }
        try {
            begin(lost);
        } catch (IOException e) {
            throw new WorkerLost(
                    String.valueOf(e.getMessage()),
                    workers.stream().map(TrainingProcess::number).toList());
        }
    }

    private void begin(List<Integer> numbers) throws IOException {
        new Arrivals(launch, server, token)
                .start(numbers)
                .forEach(
                        worker -> {
                            worker.listen(events);
                            workers.set(worker.number(), worker);
                        });
        var body = ByteBuffer.allocate(Integer.BYTES + task.length).putInt(count()).put(task);
        tell(numbers, WorkerFrame.Kind.TASK, body.array());
        var ports = ByteBuffer.allocate(count() * Integer.BYTES);
        workers.forEach(worker -> ports.putInt(worker.port()));
        var all = workers.stream().map(TrainingProcess::number).toList();
        tell(all, WorkerFrame.Kind.PEERS, ports.array());
    }

    private void tell(List<Integer> numbers, WorkerFrame.Kind kind, byte[] body)
            throws IOException {
        round++;
        numbers.forEach(number -> workers.get(number).send(new WorkerFrame(kind, round, body)));
        try {
            answers(numbers, (worker, found) -> {}, Long.MAX_VALUE);
        } catch (WorkerLost e) {
            throw new IOException(e.getMessage() + " before it could work", e);
        }
    }

    /**
     * Lets every worker do its order, and returns what each has to tell.
     *
     * @throws WorkerLost if one is gone, when all others are ready for new orders
     * @throws CancellationException if this thread is interrupted
     */
    List<byte[]> work(List<byte[]> orders, Pushed pushed) throws WorkerLost {
        return work(orders, pushed, Long.MAX_VALUE);
    }

    /**
     * The same, but not for ever.
     *
     * @param until when it is too late, as {@link System#nanoTime()} tells time
     * @throws IllegalStateException if it is
     */
    List<byte[]> work(List<byte[]> orders, Pushed pushed, long until) throws WorkerLost {
        round++;
        var numbers = new ArrayList<Integer>();
        for (var worker : workers) {
            numbers.add(worker.number());
            times.begin(worker.number());
            worker.send(new WorkerFrame(WorkerFrame.Kind.WORK, round, orders.get(worker.number())));
        }
        try {
            var results = new ArrayList<byte[]>();
            for (var body : answers(numbers, pushed, until)) {
                var in = WireFormat.reader(body);
                int number = results.size();
                times.add(number, pid(number), in);
                results.add(WireFormat.readBytes(in));
            }
            return results;
        } catch (IOException e) {
            throw new IllegalStateException("the workers cannot be understood: " + e, e);
        }
    }

    /** Answers a worker that has pushed. */
    void pull(int worker, byte[] body) {
        workers.get(worker).send(new WorkerFrame(WorkerFrame.Kind.PULL, round, body));
    }

    private List<byte[]> answers(List<Integer> numbers, Pushed pushed, long until)
            throws WorkerLost, IOException {
        var answers = new byte[count()][];
        var busy = new ArrayList<>(numbers);
        int missing = numbers.size();
        while (missing > 0) {
            var event = next(until);
            if (event == null && System.nanoTime() > until) {
                throw new IllegalStateException("workers %s do not answer".formatted(busy));
            }
            if (event == null || isOld(event)) {
                continue;
            }
            var frame = event.frame();
            int from = event.from().number();
            if (frame == null) {
                throw lost(event.from(), busy);
            }
            switch (frame.kind()) {
                case PUSH -> pushed.heard(from, frame.body());
                case DONE -> {
                    answers[from] = frame.body();
                    busy.remove((Integer) from);
                    missing--;
                }
                // The one that is gone will be heard of next.
                case CUT_OFF -> busy.remove((Integer) from);
                case FAILED -> {
                    busy.remove((Integer) from);
                    checkLost(busy);
                    throw new IllegalStateException(
                            "worker %d (process %d) failed: %s"
                                    .formatted(
                                            from,
                                            pid(from),
                                            new String(frame.body(), StandardCharsets.UTF_8)));
                }
                default -> throw new IOException("worker " + from + " said " + frame.kind());
            }
        }
        return numbers.stream().map(number -> answers[number]).toList();
    }

    /** A worker may fail because another one is gone, of which nobody has heard yet. */
    private void checkLost(List<Integer> busy) throws WorkerLost {
        long until = System.nanoTime() + HEARSAY;
        while (System.nanoTime() < until) {
            var event = next(until);
            if (event != null && event.frame() == null && !isOld(event)) {
                throw lost(event.from(), busy);
            }
        }
    }

    private boolean isOld(Event event) {
        boolean isOfThis =
                workers.get(event.from().number()) == event.from()
                        && (event.frame() == null || event.frame().round() == round);
        return !isOfThis;
    }

    private @Nullable Event next(long until) {
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            long wait = Math.min(TimeUnit.MILLISECONDS.toNanos(100), until - System.nanoTime());
            return events.poll(Math.max(wait, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Waits until all others have noticed, and ends those that have not. */
    private WorkerLost lost(TrainingProcess gone, List<Integer> busy) {
        var words = gone.obituary();
        var replaced = new ArrayList<>(List.of(gone.number()));
        var all = workers.stream().map(TrainingProcess::number).toList();
        var waiting = new ArrayList<>(needEachOther ? all : busy);
        waiting.remove((Integer) gone.number());
        if (!needEachOther) {
            waiting.forEach(number -> pull(number, WorkerFrame.EMPTY));
            long until = System.nanoTime() + AFTERMATH;
            while (!waiting.isEmpty() && System.nanoTime() < until) {
                var event = next(until);
                if (event != null && !isOld(event)) {
                    var number = (Integer) event.from().number();
                    if (event.frame() == null || event.frame().kind() != WorkerFrame.Kind.PUSH) {
                        waiting.remove(number);
                    } else {
                        pull(number, WorkerFrame.EMPTY);
                    }
                    if (event.frame() == null && !replaced.contains(number)) {
                        replaced.add(number);
                    }
                }
            }
        }
        replaced.addAll(waiting);
        return new WorkerLost(words, replaced);
    }

    @Override
    public void close() {
        watch.interrupt();
        for (var worker : workers) {
            if (worker != null) {
                worker.close();
            }
        }
        try {
            server.close();
        } catch (IOException e) {
            // Nobody calls any more.
        }
    }
}
