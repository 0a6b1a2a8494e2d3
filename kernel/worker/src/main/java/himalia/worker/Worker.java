package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.comm.Comms;
import himalia.link.Link;
import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import himalia.link.Messages;
import himalia.magics.spi.CurrentNotebook;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker's end of the link: defines classes, runs snippets, answers questions about values. */
final class Worker implements LinkHandler {
    /** How long after the start the first cell is likely answered. */
    private static final long UNTIL_QUIET = 700;

    /** The way back to somebody who does not wait. */
    private static final LinkReply UNHEARD =
            new LinkReply() {
                @Override
                public void send(LinkMessage answer) {}

                @Override
                public void refuse(String why) {
                    System.getLogger("himalia.worker")
                            .log(System.Logger.Level.WARNING, "a cell did not end well: " + why);
                }

                @Override
                public void refuseForMemory() {}

                @Override
                public boolean answered() {
                    return true;
                }
            };

    private final Link link;
    private final Runnable sayFull;
    private final CellOutput output;
    private final CellInput input;
    private final SnippetClasses classes = new SnippetClasses();
    private final MemoryReserve reserve = new MemoryReserve();
    private final WorkersEnd gone = new WorkersEnd();
    private final ValueQuestions values;
    private final MemoryWatch watch = new MemoryWatch(reserve, this::full);
    private final Lanes lanes;
    private final Endings endings;
    private final NotebookSink sink;
    private @Nullable CellThread looks;

    /** By what they tell, candidates by who does: one whose answer never comes holds up no other. Used by the link's reader alone. */
    private final Map<String, CellThread> asides = new HashMap<>();

    /** Whether the last classes that were sent are there; read and written by the link's reader alone. */
    private boolean loaded = true;

    Worker(SocketChannel channel) {
        link = new Link(channel, this);
        sayFull = link.prepared(new LinkMessage(Messages.FULL, Map.of("heap", MemoryReserve.MOST)));
        output = new CellOutput(link);
        endings =
                new Endings(
                        held -> link.tell(new LinkMessage(Messages.HOLDS, Map.of("what", held))));
        sink = new NotebookSink(link, output, endings, classes);
        input = new CellInput(link, output);
        var stop = InProcessStop.or(() -> link.tell(LinkMessage.of(Messages.STOP)));
        lanes = new Lanes(stop);
        values = new ValueQuestions(stop);
        watch.tell(link, lanes::waits, lanes::rehearseEnd);
    }

    /** Connects the standard streams and the static doors, then hears what the kernel says. */
    void start() {
        System.setOut(CellStream.open("stdout", output));
        System.setErr(CellStream.open("stderr", output));
        System.setIn(input);
        Display.connect(sink);
        Comms.connect(new NotebookComms(link, output));
        var questions = new KernelQuestions(link);
        Traces.connect(questions);
        Launches.connect(questions, output);
        CurrentNotebook.connect(new WorkerNotebook(link, output, endings));
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        link.start();
        // Where the heap is full there is no room to say how large it is.
        link.tell(new LinkMessage(Messages.ROOM, Map.of("most", MemoryReserve.MOST)));
    }

    /** A thread of the user's, or of a library, died of something: told where it prints, as any JVM does. */
    private void uncaught(Thread thread, Throwable thrown) {
        if (thrown instanceof CellInterrupted) {
            // The user wanted it to end.
            return;
        }
        if (thrown instanceof OutOfMemoryError) {
            reserve.releaseIfFull();
        }
        Traces.print("Exception in thread \"" + thread.getName() + "\" ", thrown);
    }

    /** Does for nobody what the first cell needs, while the kernel still compiles that cell. */
    void rehearse() {
        Weaver.rehearse();
        Display.renderers().render(0);
    }

    /** Waits until the kernel is gone; before that it does what the first cell need not wait for. */
    void awaitEnd() {
        if (!gone.await(UNTIL_QUIET)) {
            readRenderers();
        }
        gone.await(0);
    }

    private static void readRenderers() {
        try {
            int read = Display.renderers().all().size();
            var shown = CellNames.shown("REPL.$");
            var told = ThrowableWriter.describe(new IllegalStateException(shown));
        } catch (RuntimeException | Error e) {
            // A cell fills the heap, or a jar is broken: whoever shows a value reads them then.
        }
    }

    @Override
    public void notice(LinkMessage message) {
        switch (message.name()) {
            case Messages.INTERRUPT -> lanes.interrupt(message.number("cell"));
            case Messages.CELL_END -> endCell(message, UNHEARD);
            case Messages.RETIRE -> lanes.retire(message.text("lane"));
            case Messages.MOVE ->
                    CellCalls.move(message.text("from"), message.text("to"), message.text("name"));
            default -> {
                // A newer kernel may say more than this worker understands.
            }
        }
    }

    @Override
    public void request(LinkMessage message, LinkReply reply) {
        switch (message.name()) {
            case Messages.LOAD -> {
                // Until it is answered: what was sent behind it must not run without.
                loaded = false;
                classes.load(files(message));
                reply.send(LinkMessage.of("done"));
                loaded = true;
            }
            case Messages.WATCH -> {
                classes.watch(files(message));
                reply.send(LinkMessage.of("done"));
            }
            case Messages.INVOKE -> invoke(message, reply);
            case Messages.CELL_END -> endCell(message, reply);
            case Messages.COMM ->
                    lanes.run(Lanes.COMMS, owed(new CommCall(message, output), reply));
            case Messages.PULSE -> {
                reserve.findRoom();
                reply.send(LinkMessage.of("done"));
            }
            case Messages.BREATHE ->
                    reply.send(new LinkMessage("done", Map.of("collected", watch.collected())));
            case Messages.HEAP ->
                    reply.send(
                            new LinkMessage(
                                    "done",
                                    Map.of("full", reserve.isSpent(), "most", MemoryReserve.MOST)));
            case Messages.CLASS_PATH -> {
                ClassPath.append(texts(message.list("jars")));
                Display.renderers().reload();
                reply.send(LinkMessage.of("done"));
            }
            case Messages.VALUE -> values.ask(owed(new ValueText(message, classes), reply));
            case Messages.HELD -> aside("held").run(owed(new HeldValues(message, classes), reply));
            case Messages.LOOK -> look(message, reply);
            case Messages.CANDIDATES -> candidates(message, reply);
            case Messages.FAREWELL -> farewell(reply);
            default -> reply.refuse("the worker knows no '" + message.name() + "'");
        }
    }

    @Override
    public void full() {
        reserve.release();
    }

    /** The cell fills the heap: it is ended, and the kernel takes over where that does not help. */
    private void full(long cell) {
        sayFull.run();
        StopChecks.announceFull(cell);
        StopChecks.stop(cell);
        lanes.interrupt(cell);
    }

    @Override
    public void closed(String reason) {
        gone.come();
    }

    /**
     * Runs what was sent behind its classes. Not before the kernel can hear that those are there: it takes a cell whose
     * classes a dead worker was asked for as one that has not run.
     */
    private void invoke(LinkMessage message, LinkReply reply) {
        if (message.flag("ahead")) {
            if (!loaded) {
                reply.refuse("its classes are not there");
                return;
            }
            link.writeNow();
        }
        run(message, reply, new Invocation(message, classes, output, reserve, watch));
    }

    private void endCell(LinkMessage message, LinkReply reply) {
        run(message, reply, new CellEnded(message, output));
        reserve.renew(1);
    }

    private void run(LinkMessage message, LinkReply reply, CellThread.Job job) {
        lanes.run(message.text("lane"), owed(job, reply));
    }

    private PendingRequest owed(CellThread.Job job, LinkReply reply) {
        return new PendingRequest(job, reply, reserve);
    }

    /** On a thread of its own: what is ended may print, and ask the kernel. */
    private void farewell(LinkReply reply) {
        var thread =
                new Thread(
                        () -> {
                            end();
                            reply.send(LinkMessage.of("done"));
                        },
                        "himalia-farewell");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does what is left for the end, if that was not done. */
    void end() {
        reserve.release();
        endings.run();
        // The last picture of what ended with it waits for nothing any more.
        sink.settle();
        output.sendIfPossible();
    }

    private CellThread aside(String what) {
        return asides.computeIfAbsent(what, each -> new CellThread("himalia-" + each));
    }

    /** Nobody waits long for them: while a cell runs, or an answer of the same kind before still does, there are none. */
    private void candidates(LinkMessage message, LinkReply reply) {
        var thread = aside(message.text("source"));
        if (lanes.busy() || thread.busy()) {
            reply.send(CandidateValues.NONE);
            return;
        }
        thread.run(owed(new CandidateValues(message, classes), reply));
    }

    /** The debugger waits for one look after the other: where one still runs, it hangs, and is given up. */
    private synchronized void look(LinkMessage message, LinkReply reply) {
        if (looks != null && looks.runningFor(-1) != null) {
            looks.abandon();
            looks = null;
        }
        if (looks == null) {
            looks = new CellThread("himalia-looks");
        }
        looks.run(owed(new ObjectView(message), reply));
    }

    private static List<SnippetClasses.ClassFile> files(LinkMessage message) {
        var files = new ArrayList<SnippetClasses.ClassFile>();
        for (var each : message.list("classes")) {
            if (each instanceof Map<?, ?> map
                    && map.get("name") instanceof String name
                    && map.get("bytes") instanceof byte[] bytes) {
                files.add(new SnippetClasses.ClassFile(name, bytes));
            }
        }
        return files;
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }
}
