package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.parallel.TrainingProcess.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Processes of this machine that do pieces of work, each for itself and in its own time.
 *
 * <pre>{@code
 * final class FirstOne {
 *     static byte[] of(Class<? extends PoolTask> task) {
 *         try (var pool = WorkerPool.start(2, task, new byte[0])) {
 *             pool.begin(0, new byte[] {3});
 *             pool.begin(1, new byte[] {4});
 *             return pool.next().body();       // of whoever is done first
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Processes have the class path of this one, jars that joined it among them, and no classes of cells. They end with the pool, and where this process ends. One thread at a time.
 */
public final class WorkerPool implements AutoCloseable {
    /** Bytes of a task, with room for its name. */
    private static final int MOST = FrameLink.MOST - (1 << 20);

    private final ProcessGroup workers;
    private final byte[] task;
    private final int[] rounds;

    /** Why those are not there that were lost before they had the task. */
    private final Map<Integer, String> lost = new HashMap<>();

    /** What was heard while others were started. */
    private final Deque<Event> early = new ArrayDeque<>();

    private WorkerPool(ProcessGroup workers, byte[] task) {
        this.workers = workers;
        this.task = task;
        this.rounds = new int[workers.count()];
    }

    /**
     * Starts processes, and returns when each has its task, or is {@link #lost}.
     *
     * @param count how many, from 1 to 64
     * @param type what they do; a jar on the class path names it as a service
     * @param task what all pieces of work have in common
     * @throws IllegalArgumentException if they are fewer or more
     * @throws IllegalStateException if one cannot be started, or does not take the task; none is left then
     * @throws CancellationException if this thread is interrupted
     */
    public static WorkerPool start(int count, Class<? extends PoolTask> type, byte[] task) {
        return start(count, type, task, Launch.usual());
    }

    /** Starts processes in some way. */
    static WorkerPool start(int count, Class<? extends PoolTask> type, byte[] task, Launch launch) {
        if (count < 1 || count > ProcessGroup.MOST) {
            throw new IllegalArgumentException(
                    "workers must be from 1 to %d, each a process, got %d"
                            .formatted(ProcessGroup.MOST, count));
        }
        if (given(task, "task").length > MOST) {
            throw new IllegalArgumentException(
                    "a task of %,d bytes is told to no worker, which takes %,d at most; take fewer rows, or this process alone"
                            .formatted(task.length, MOST));
        }
        var pooled = PooledTask.bytes(given(type, "type"), task);
        try {
            var workers = new ProcessGroup(launch, count);
            boolean complete = false;
            try {
                var pool = new WorkerPool(workers, pooled);
                pool.begin(IntStream.range(0, count).boxed().toList());
                complete = true;
                return pool;
            } finally {
                if (!complete) {
                    workers.close();
                }
            }
        } catch (IOException e) {
            throw ProcessGroup.unstarted("the workers cannot", e);
        }
    }

    private void begin(List<Integer> numbers) throws IOException {
        numbers.forEach(lost::remove);
        workers.start(numbers, lost::put);
        var body = ByteBuffer.allocate(Integer.BYTES + task.length).putInt(count()).put(task);
        var missing = new ArrayList<>(numbers);
        missing.removeAll(lost.keySet());
        missing.forEach(number -> send(number, WorkerFrame.Kind.TASK, body.array()));
        while (!missing.isEmpty()) {
            var event = workers.next(Long.MAX_VALUE);
            if (event == null || isOld(event)) {
                continue;
            }
            if (!missing.remove((Integer) event.from().number())) {
                early.add(event);
            } else if (event.frame() == null) {
                lost.put(event.from().number(), event.from().obituary() + " before it could work");
            } else if (event.frame().kind() == WorkerFrame.Kind.FAILED) {
                throw new IOException(
                        "worker %d (process %d) failed: %s"
                                .formatted(
                                        event.from().number(),
                                        event.from().pid(),
                                        new String(event.frame().body(), StandardCharsets.UTF_8)));
            }
        }
    }

    private void send(int worker, WorkerFrame.Kind kind, byte[] body) {
        rounds[worker]++;
        workers.get(worker).send(new WorkerFrame(kind, rounds[worker], body));
    }

    private boolean isOld(Event event) {
        return workers.isReplaced(event)
                || event.frame() != null && event.frame().round() != rounds[event.from().number()];
    }

    /** Returns how many processes there are. */
    public int count() {
        return workers.count();
    }

    /** Returns why a worker was lost before it had the task; {@link #replace} starts another one. */
    public Optional<String> lost(int worker) {
        return Optional.ofNullable(lost.get(worker));
    }

    private void checkIsThere(int worker) {
        var why = lost.get(worker);
        if (why != null) {
            throw new IllegalStateException(why + "; replace it before it is to do anything");
        }
    }

    /** Returns the id of a worker's process. */
    public long pid(int worker) {
        checkIsThere(worker);
        return workers.get(worker).pid();
    }

    /** Gives a worker, which has nothing to do, a piece of work. */
    public void begin(int worker, byte[] order) {
        checkIsThere(worker);
        send(worker, WorkerFrame.Kind.WORK, given(order, "order"));
    }

    /**
     * Answers a worker that asks.
     *
     * @param body is not empty
     */
    public void answer(int worker, byte[] body) {
        if (given(body, "body").length == 0) {
            throw new IllegalArgumentException("an answer of no bytes breaks the work off");
        }
        workers.get(worker).send(new WorkerFrame(WorkerFrame.Kind.PULL, rounds[worker], body));
    }

    /**
     * Waits for what happens next.
     *
     * @throws CancellationException if this thread is interrupted
     */
    public PoolEvent next() {
        while (true) {
            var event = early.isEmpty() ? workers.next(Long.MAX_VALUE) : early.remove();
            if (event != null && !isOld(event)) {
                return told(event);
            }
        }
    }

    /**
     * Returns what has happened and nobody has heard yet, without waiting.
     *
     * <pre>{@code
     * final class Quiet {
     *     static boolean isNothingSaid(WorkerPool pool) {
     *         return pool.heard().isEmpty();     // next() would wait
     *     }
     * }
     * }</pre>
     *
     * @throws CancellationException if this thread is interrupted
     */
    public Optional<PoolEvent> heard() {
        while (true) {
            var event = early.isEmpty() ? workers.next(System.nanoTime()) : early.remove();
            if (event == null) {
                return Optional.empty();
            }
            if (!isOld(event)) {
                return Optional.of(told(event));
            }
        }
    }

    private static PoolEvent told(Event event) {
        int worker = event.from().number();
        var frame = event.frame();
        if (frame == null) {
            return PoolEvent.of(worker, PoolEvent.Kind.LOST, event.from().obituary());
        }
        return switch (frame.kind()) {
            case PUSH -> new PoolEvent(worker, PoolEvent.Kind.ASKS, frame.body());
            case DONE -> new PoolEvent(worker, PoolEvent.Kind.DONE, result(frame.body()));
            case FAILED -> new PoolEvent(worker, PoolEvent.Kind.FAILED, frame.body());
            default ->
                    throw new IllegalStateException(
                            "worker %d said %s".formatted(worker, frame.kind()));
        };
    }

    /** What it notes of its times is for trainings. */
    private static byte[] result(byte[] body) {
        try {
            var in = WireFormat.reader(body);
            new WorkTimes().add(0, 0, in);
            return WireFormat.readBytes(in);
        } catch (IOException e) {
            throw new IllegalStateException("a worker cannot be understood: " + e, e);
        }
    }

    /**
     * Starts another process in the place of one that is lost, and returns when it has its task, or is {@link #lost}, too.
     *
     * @throws IllegalStateException if it cannot be started, or does not take the task
     * @throws CancellationException if this thread is interrupted
     */
    public void replace(int worker) {
        try {
            begin(List.of(worker));
        } catch (IOException e) {
            throw ProcessGroup.unstarted("no other worker can", e);
        }
    }

    /** Ends the processes, whatever they do. */
    @Override
    public void close() {
        workers.close();
    }
}
