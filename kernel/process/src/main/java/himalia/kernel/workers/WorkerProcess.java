package himalia.kernel.workers;

import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One worker process and the link to it. */
final class WorkerProcess implements AutoCloseable {
    /** How long it may take to write what it has loaded, in seconds; cut short, half of it would be left. */
    private static final int RECORDING = 100;

    /** How long the end waits for temporary files to be deleted, in seconds. */
    private static final int CLEARING = 2;

    /** How long it may take to close what cells have opened, in milliseconds. */
    private static final long FAREWELL = 2_500;

    /** How often a thread of OpenMP looks whether it may go on before it sleeps: ten to forty microseconds. */
    private static final String SPINS = "1000";

    private final Process process;
    private final Link link;
    private final NativeOutput stdout;
    private final NativeOutput stderr;
    private final Debuggee debuggee;
    private final Orphans orphans;
    private final CompletableFuture<Void> cleared;
    private final boolean records;

    private final HeapNews heap = new HeapNews();

    private volatile List<String> holding = List.of();

    /** In milliseconds, how long it may take to do what it holds. */
    private volatile long farewell = FAREWELL;

    private WorkerProcess(
            Process process,
            Link link,
            NativeOutput stdout,
            NativeOutput stderr,
            Debuggee debuggee,
            Orphans orphans,
            CompletableFuture<Void> cleared,
            boolean records) {
        this.records = records;
        this.cleared = cleared;
        this.orphans = orphans;
        this.process = process;
        this.link = link;
        this.stdout = stdout;
        this.stderr = stderr;
        this.debuggee = debuggee;
    }

    /** Starts a worker and waits until it has called back. */
    static WorkerProcess start(WorkerSettings settings, LinkHandler handler, NativeOutput.Sink sink)
            throws IOException {
        // A folder that only this user can enter, so that nobody else can join the link.
        var folder = WorkerFolder.make();
        try (var line = settings.debuggable() ? DebugLine.open() : null) {
            return start(settings, handler, sink, folder, line);
        } catch (IOException e) {
            folder.deleteUnlessHeld();
            throw e;
        }
    }

    /**
     * OpenMP's threads wait for each other by spinning. Beside other work on the machine that made half a second of training
     * into half a minute; asleep at once they cost a fifth, and after some microseconds next to nothing.
     */
    static void letThreadsRest(Map<String, String> environment) {
        if (environment.putIfAbsent("OMP_WAIT_POLICY", "passive") == null) {
            environment.putIfAbsent("GOMP_SPINCOUNT", SPINS);
        }
    }

    /** Starts one whose folder and debug line there are. */
    static WorkerProcess start(
            WorkerSettings settings,
            LinkHandler handler,
            NativeOutput.Sink sink,
            WorkerFolder folder,
            @Nullable DebugLine line)
            throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.socket()));
            var builder =
                    new ProcessBuilder(
                            settings.java(),
                            ArgumentFile.write(
                                    folder.arguments(),
                                    WorkerArguments.of(settings, line, folder)));
            builder.environment().putAll(settings.environment());
            letThreadsRest(builder.environment());
            var orphans = Orphans.of(builder.environment());
            builder.directory(settings.directory().toFile());
            var process = builder.start();
            var cleared = process.onExit().thenRun(orphans::end).thenRun(folder::delete);
            folder.holdFor(process.toHandle());
            var secret = secret();
            var stdout = NativeOutput.read("stdout", process.getInputStream(), sink);
            var stderr = NativeOutput.read("stderr", process.getErrorStream(), sink);
            tell(process, told(secret, settings));
            var link = new Link(FirstCall.accept(server, process, stdout, stderr), handler);
            link.start();
            return new WorkerProcess(
                    process,
                    link,
                    stdout,
                    stderr,
                    new Debuggee(line == null ? null : line.callers(), secret),
                    orphans,
                    cleared,
                    settings.records());
        } finally {
            Files.deleteIfExists(folder.socket());
        }
    }

    /** Writes what it reads first; one that is dead by then has said why, and whoever waits for its call finds it dead. */
    private static void tell(Process process, List<String> told) {
        try (var in = process.getOutputStream()) {
            in.write(String.join("\0", told).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A wrong flag ends a JVM before it reads.
        }
    }

    /** What is not for the eyes of whoever lists processes, and the jars that join; parted by what no path has. */
    private static List<String> told(String secret, WorkerSettings settings) {
        var lines = new ArrayList<>(List.of(secret));
        lines.addAll(settings.joiningPath());
        return lines;
    }

    /** Returns what it says of its heap. */
    HeapNews heap() {
        return heap;
    }

    /** Notes what it says: this is to do at its end. */
    void holds(List<String> what) {
        holding = what;
    }

    /** Notes that it has been given up: it is hardly waited for any more. */
    void giveUp() {
        farewell = 1_000;
    }

    /** Returns what it said of that last. */
    List<String> held() {
        return holding;
    }

    Debuggee debuggee() {
        return debuggee;
    }

    private static String secret() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Link link() {
        return link;
    }

    /** Waits until what native code wrote before the mark has been heard. */
    void awaitNative(long mark) {
        stdout.await(mark);
        stderr.await(mark);
    }

    /** Says how the process ended, as a person would. */
    String ending() {
        return ProcessEnding.of(process);
    }

    @Override
    public void close() {
        // Asked while it lives: afterwards nobody knows any more that they were its.
        var children = process.descendants().toList();
        sayFarewell();
        link.close();
        try {
            debuggee.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        awaitRecord();
        FirstCall.kill(process);
        children.forEach(ProcessHandle::destroyForcibly);
        await(1);
        orphans.end();
        Stream.of(stdout, stderr).forEach(NativeOutput::awaitRest);
        // Now its streams are closed: of a child that is meant to stay nothing more is heard.
        process.destroyForcibly();
    }

    /** Ends it, and waits, but not for ever, until what it held is free: a port, the memory of a large heap. */
    void end() {
        close();
        await(FirstCall.PATIENCE);
    }

    /** Waits, but not for long, until what it left in its temporary folder is gone too. */
    void awaitCleared() {
        try {
            var done = cleared.get(CLEARING, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The next kernel finds what is left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it close what cells have opened. */
    private void sayFarewell() {
        if (holding.isEmpty() || !process.isAlive()) {
            return;
        }
        try {
            var done = link.ask(LinkMessage.of(Messages.FAREWELL)).await(farewell);
        } catch (LinkException e) {
            // It is gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRecord() {
        if (records) {
            await(RECORDING);
        }
    }

    private void await(long seconds) {
        FirstCall.awaitExit(process, seconds);
    }
}
