package himalia.streaming;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Unfinished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A job on the notebook's cluster, whoever started it: a cell that waits for it, or one that let it run behind the cells.
 *
 * <pre>{@code
 * var job = Streams.start("orders", orders, order -> seen.add(order));
 * job.state();                     // RUNNING
 * job.stop(Path.of("saved"));      // with a savepoint, to go on from by Flink.resume
 * Flink.job("orders").cancel();    // without one
 * }</pre>
 *
 * <p>An interrupt of the cell that started it ends it, as long as that cell runs.
 */
public final class StreamJob implements Displayable, Unfinished {
    /** How long the session's end waits for it. */
    private static final Duration AT_THE_END = Duration.ofMillis(800);

    private final String name;
    private final CompletableFuture<KeptJobClient> client = new CompletableFuture<>();
    private final CompletableFuture<State> ending = new CompletableFuture<>();
    private final CompletableFuture<State> over = new CompletableFuture<>();
    private final Runnable tell = Display.inThisRun(this::tell);
    private volatile State state = State.RUNNING;
    private volatile @Nullable Throwable failure;
    private volatile boolean cancelled;
    private volatile boolean awaited;

    /** Is done where no savepoint is on its way. */
    private volatile CompletableFuture<?> saving = CompletableFuture.completedFuture(null);

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Path savepoint;
    private volatile SavedSources sources = SavedSources.NONE;

    StreamJob(String name) {
        this.name = name;
        Display.track(this);
        over.thenRun(Display.onEnd("stream job '" + name + "'", this::endWithSession));
    }

    /** How far a job is. */
    public enum State {
        /** It runs, or begins to. */
        RUNNING,
        /** Its streams came to their end. */
        FINISHED,
        /** It was ended from outside, by an interrupt, {@code cancel} or {@code stop}. */
        ENDED,
        /** It threw something. */
        FAILED
    }

    private void endWithSession() throws InterruptedException {
        cancel();
        if (!await(AT_THE_END)) {
            // Its process ends now, and it with that, but for one on a cluster.
            became(State.ENDED);
        }
    }

    /** The cluster has taken it. */
    void runs(KeptJobClient answering) {
        client.complete(answering);
        answering
                .result()
                .whenComplete(
                        (result, thrown) -> {
                            if (thrown == null) {
                                // Flink may tell its end before its last savepoint.
                                Savepoints.orSoon(saving).thenRun(this::ended);
                            } else {
                                failed(Failures.cause(thrown));
                            }
                        });
    }

    /** Where it ran, and nobody waits for it, its failure is told below the cell that started it. */
    void failed(Throwable thrown) {
        // One that does not even begin is told to whom starts it.
        boolean begun = !client.completeExceptionally(thrown);
        if (cancelled) {
            became(State.ENDED);
            return;
        }
        boolean told = begun && !awaited && waiting.get() == 0;
        failure = thrown;
        became(State.FAILED);
        if (told) {
            new Thread(tell, "stream job '" + name + "'").start();
        }
    }

    private void ended() {
        became(cancelled ? State.ENDED : State.FINISHED);
    }

    private void became(State how) {
        state = how;
        // What is done at its end is done before anybody goes on who waits for that: a cell must
        // not end before its last picture.
        if (ending.complete(how)) {
            over.complete(how);
        }
    }

    private void tell() {
        var handler = Thread.getDefaultUncaughtExceptionHandler();
        var thrown = failure;
        if (handler != null && thrown != null) {
            handler.uncaughtException(Thread.currentThread(), thrown);
        }
    }

    /** Notes what its streams come from. */
    void reads(SavedSources from) {
        sources = from;
    }

    /** Waits until the cluster has taken it. */
    void taken() throws InterruptedException {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw Failures.unchecked(e);
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    /** Notes that somebody waits for it, and is told how it ends. */
    void isAwaited() {
        awaited = true;
    }

    /** Does something when it is over, before it is so for those who wait, or at once if it is. */
    void whenOver(Runnable action) {
        ending.thenRun(action);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns how far it is. */
    public State state() {
        return state;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** It was told to end, and has not yet. */
    boolean isEnding() {
        return isRunning() && cancelled;
    }

    /** Returns what it failed of: what the user's own code threw, where that threw. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Waits until it is over; an interrupt of the waiting cell ends the waiting, and not a job of an earlier cell.
     *
     * @throws RuntimeException what the job failed of
     */
    public StreamJob await() throws InterruptedException {
        waiting.incrementAndGet();
        try {
            over.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            // Who was interrupted is told of no failure any more.
            waiting.decrementAndGet();
        }
        var thrown = failure;
        if (thrown != null) {
            throw Failures.unchecked(thrown);
        }
        return this;
    }

    /** Waits until it is over, but no longer than {@code most}; returns whether it is. */
    public boolean await(Duration most) throws InterruptedException {
        try {
            over.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once; does nothing where it is over. Returns the job, which as a value says how far it is. */
    public StreamJob cancel() {
        if (isRunning()) {
            cancelled = true;
            client.thenCompose(KeptJobClient::cancel);
        }
        return this;
    }

    /** Ends it, and returns the savepoint of its state, a folder of its own below {@code folder}, for {@link Flink#resume}. */
    public Path stop(Path folder) throws InterruptedException {
        if (!isRunning()) {
            throw alreadyOver();
        }
        var target = Savepoints.target(folder);
        var asked = new CompletableFuture<KeptJobClient>();
        var saved = Savepoints.stop(asked, target).thenApply(this::isSaved);
        saving = saved;
        var unused = client.thenAccept(asked::complete);
        try {
            // One that came to its end meanwhile answers nothing.
            CompletableFuture.anyOf(saved, over).get();
            return savepoint(saved.getNow(""));
        } catch (ExecutionException e) {
            throw isRunning() ? Failures.unchecked(e) : alreadyOver();
        }
    }

    private Path savepoint(String place) {
        if (place.isEmpty()) {
            throw alreadyOver();
        }
        became(State.ENDED);
        return Savepoints.path(place);
    }

    /** Whoever asked for it may have been interrupted meanwhile. */
    private String isSaved(String place) {
        savepoint = Savepoints.path(place);
        cancelled = true;
        sources.write(Savepoints.path(place));
        return place;
    }

    private IllegalStateException alreadyOver() {
        return new IllegalStateException(
                "job '%s' %s already; %s"
                        .formatted(
                                name,
                                (state == State.FAILED ? "has " : "is ") + word(),
                                Savepoints.told(savepoint)));
    }

    /** Ends it where its cell was interrupted; one that was let run goes on. */
    @Override
    public void end(CellEnd how) {
        if (how == CellEnd.INTERRUPTED) {
            cancel();
        }
    }

    /** Says how far it is. */
    String word() {
        return isEnding() ? "ending" : state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(toString());
    }

    @Override
    public String toString() {
        var thrown = failure;
        return "stream job '"
                + name
                + "': "
                + word()
                + (thrown == null || Interrupts.threw(thrown) ? "" : ", " + thrown);
    }
}
