package himalia.kernel;

import himalia.kernel.advice.Advice;
import himalia.kernel.channels.Channel;
import himalia.kernel.channels.Channels;
import himalia.kernel.channels.ConnectionFile;
import himalia.kernel.channels.Inbox;
import himalia.kernel.channels.Refusals;
import himalia.kernel.classpath.CompilerJars;
import himalia.kernel.debugger.Debugger;
import himalia.kernel.expression.ExpressionCompiler;
import himalia.kernel.help.CodeHelp;
import himalia.kernel.help.LibraryDocuments;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.JShellInterpreter;
import himalia.kernel.magic.MagicIndexReader;
import himalia.kernel.magic.Magics;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.Status;
import himalia.kernel.questions.MavenAnswers;
import himalia.kernel.questions.WorkerAnswers;
import himalia.kernel.session.NotebookSession;
import himalia.kernel.session.OutputRouter;
import himalia.kernel.session.Request;
import himalia.kernel.session.SessionSettings;
import himalia.kernel.session.Startup;
import himalia.kernel.session.TimeLimit;
import himalia.kernel.settings.Installation;
import himalia.kernel.settings.UserSettings;
import himalia.kernel.settings.WorkerOptions;
import himalia.kernel.workers.CandidateLine;
import himalia.kernel.workers.CommLine;
import himalia.kernel.workers.LeftFolders;
import himalia.kernel.workers.WorkerSettings;
import himalia.kernel.workers.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The kernel process: opens the channels, routes messages, closes everything. */
final class Kernel implements Inbox {
    private static final String VERSION = "0.1.0";

    /** How long an end that nobody can refuse waits for what is to be closed. */
    private static final long PATIENCE = 3;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Channels channels;
    private final WirePublisher publisher;
    private final JShellInterpreter interpreter;
    private final WorkerValues values;
    private final NotebookSession session;
    private final Refusals refusals =
            new Refusals(
                    line ->
                            System.getLogger("himalia.kernel")
                                    .log(System.Logger.Level.WARNING, line),
                    wake -> CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(wake));

    /** Starts the worker and the compiler, which take longest, and lays everything else out. */
    Kernel(ConnectionFile file, Installation home) throws IOException {
        var lock = new ReentrantLock();
        var output = new OutputRouter();
        var user = UserSettings.ofThisProcess();
        var own = user.classPath();
        var jars = home.jars();
        var workers =
                new Workers(
                        new WorkerSettings(java(), jars.path().and(own), WorkerOptions.all()),
                        output,
                        lock);
        var compiler =
                new Compiler(
                        workers,
                        new CompilerJars(jars.ofCells(), own, home.groups(), home.imports()),
                        lock,
                        output);
        interpreter = new JShellInterpreter(compiler, new Advice(compiler, this::texts), output);
        interpreter.compilerOptions(user.compilerOptions());
        inBackground(interpreter::warm);
        var sender = Sender.fresh("himalia");
        channels = new Channels(file, new MessageCodec(file.signature()), sender, this);
        publisher = new WirePublisher(channels, sender);
        var documents = new LibraryDocuments(home.folder());
        new MavenAnswers(home, workers, interpreter, documents, user.mavenSettings())
                .register(output.questions());
        new WorkerAnswers(workers, interpreter).register(output.questions());
        values = new WorkerValues(new CandidateLine(workers), interpreter);
        var index = new MagicIndexReader();
        var magics = new Magics(() -> index.of(home.magics(jars, own, workers)), values);
        session =
                new NotebookSession(
                        interpreter,
                        new CodeHelp(compiler, documents),
                        magics,
                        output,
                        new CommLine(workers),
                        events ->
                                new Debugger(
                                        workers.debugPort(),
                                        interpreter,
                                        new ExpressionCompiler(compiler),
                                        events),
                        new SessionSettings(
                                VERSION,
                                new Startup(user::startup),
                                new TimeLimit(user.timeout()),
                                () -> workers.settings().directory()),
                        ended::countDown);
    }

    private List<List<String>> texts(List<List<String>> statements) {
        return values.ofTexts(statements);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Serves until it is shut down. */
    void serve() throws IOException, InterruptedException {
        channels.open();
        publisher.publish(Map.of(), new Status("starting"));
        inBackground(() -> InterruptSignal.listen(session::interrupt));
        // Once the first cells have the processor no more.
        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS).execute(LeftFolders::sweep);
        ended.await();
        session.close();
        interpreter.close();
        channels.close();
        closed.countDown();
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "himalia-warm");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the kernel from elsewhere: its front end is gone. */
    void end() {
        ended.countDown();
    }

    /** Ends the kernel, and waits until it has, but not for long. */
    void endSoon() {
        end();
        try {
            if (!closed.await(PATIENCE, TimeUnit.SECONDS)) {
                System.getLogger("himalia.kernel")
                        .log(
                                System.Logger.Level.WARNING,
                                "the kernel ends, though not all is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void refused(Channel channel, String reason) {
        refusals.add(channel, reason);
    }

    @Override
    public void received(Channel channel, Message message) {
        switch (channel) {
            case SHELL -> session.shell(new Request(message, false, publisher));
            case CONTROL -> session.control(new Request(message, true, publisher));
            case STDIN -> session.stdin(message);
            default -> {
                // Nobody sends to the others.
            }
        }
    }
}
