package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.Channels;
import himalia.kernel.channels.ConnectionFile;
import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.CompleteReply;
import himalia.kernel.protocol.content.ErrorOutput;
import himalia.kernel.protocol.content.ExecuteReply;
import himalia.kernel.protocol.content.ExecuteResult;
import himalia.kernel.protocol.content.Failure;
import himalia.kernel.protocol.content.InputRequest;
import himalia.kernel.protocol.content.InterruptReply;
import himalia.kernel.protocol.content.KernelInfoReply;
import himalia.kernel.protocol.content.ShutdownReply;
import himalia.kernel.protocol.content.Status;
import himalia.kernel.protocol.content.StreamOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A kernel whose cells are words: enough of one to test the client against, in a process of its own. */
public final class ScriptedKernel {
    private final Sender sender = Sender.fresh("scripted");
    private final LinkedBlockingQueue<Message> shell = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Message> typed = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> interrupts = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Channels channels;
    private final Path connectionFile;
    private long count;
    private boolean stubborn;

    private ScriptedKernel(Path connectionFile) throws IOException {
        this.connectionFile = connectionFile;
        var file = ConnectionFile.read(connectionFile);
        channels = new Channels(file, new MessageCodec(file.signature()), sender, this::received);
    }

    /** Runs as {@code ScriptedKernel MODE CONNECTION_FILE}; the mode may be a way not to start. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("scripted kernel: " + arguments[0]);
        switch (arguments[0]) {
            case "broken" -> System.exit(3);
            case "mute" -> Thread.sleep(60_000);
            default -> new ScriptedKernel(Path.of(arguments[1])).serve();
        }
    }

    private void serve() throws IOException, InterruptedException {
        channels.open();
        var worker = new Thread(this::work);
        worker.setDaemon(true);
        worker.start();
        ended.await();
        channels.close();
        Runtime.getRuntime().halt(0);
    }

    private void received(Channel channel, Message message) {
        switch (channel) {
            case SHELL -> shell.add(message);
            case STDIN -> typed.add(message);
            default -> control(message);
        }
    }

    private void control(Message message) {
        publish(message, Status.busy());
        boolean shutdown = message.type().equals("shutdown_request");
        if (shutdown) {
            channels.send(
                    Channel.CONTROL,
                    sender.reply(
                            message,
                            new ShutdownReply("ok", message.fields().flag("restart", false))));
        } else {
            interrupts.add("now");
            channels.send(Channel.CONTROL, sender.reply(message, InterruptReply.ok()));
        }
        publish(message, Status.idle());
        if (shutdown && !stubborn) {
            ended.countDown();
        }
    }

    private void work() {
        try {
            while (true) {
                var request = shell.take();
                publish(request, Status.busy());
                channels.send(Channel.SHELL, sender.reply(request, answer(request)));
                publish(request, Status.idle());
            }
        } catch (InterruptedException | IOException e) {
            ended.countDown();
        }
    }

    private Content answer(Message request) throws InterruptedException, IOException {
        return switch (request.type()) {
            case "kernel_info_request" ->
                    new KernelInfoReply(
                            "scripted",
                            "1",
                            new KernelInfoReply.LanguageInfo(
                                    "words", "1", "text/plain", ".txt", "text", "text", "script"),
                            "",
                            List.of(),
                            List.of());
            case "complete_request" ->
                    new CompleteReply(
                            List.of("one", "two"),
                            0,
                            request.fields().number("cursor_pos", 0),
                            Map.of());
            default -> execute(request, request.fields().text("code", ""));
        };
    }

    private Content execute(Message request, String code) throws InterruptedException, IOException {
        count++;
        var words = code.split(" ");
        switch (words[0]) {
            case "print" -> {
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    publish(request, StreamOutput.stdout("line " + i + "\n"));
                }
            }
            case "value" -> publish(request, value(words[1]));
            case "fail" -> {
                var failure = Failure.of("Oops", "as asked");
                publish(request, new ErrorOutput(failure));
                return ExecuteReply.error(count, failure);
            }
            case "wait" -> interrupts.take();
            case "deaf" -> Thread.sleep(60_000);
            case "ask" -> {
                if (!request.fields().flag("allow_stdin", true)) {
                    return ExecuteReply.error(count, Failure.of("NoInput", "nobody types"));
                }
                channels.send(
                        Channel.STDIN,
                        sender.message(
                                request.identities(),
                                "input_request",
                                request.header(),
                                new InputRequest("name?", false).toMap()));
                publish(
                        request,
                        StreamOutput.stdout("hello " + typed.take().fields().text("value", "")));
            }
            case "die" -> {
                System.out.println("fatal: as asked");
                Runtime.getRuntime().halt(134);
            }
            case "file" -> publish(request, value(connectionFile.toString()));
            case "child" -> {
                var child = new ProcessBuilder("sleep", "600").start();
                publish(request, value(Long.toString(child.pid())));
            }
            case "stubborn" -> stubborn = true;
            case "late" -> {
                var later = new Thread(() -> publish(request, StreamOutput.stdout("late")));
                later.start();
            }
            default -> {}
        }
        return ExecuteReply.ok(count, List.of(), Map.of());
    }

    private ExecuteResult value(String text) {
        return new ExecuteResult(count, Map.of("text/plain", text), Map.of(), Map.of());
    }

    private void publish(Message parent, Content content) {
        channels.publish("kernel." + content.type(), sender.broadcast(parent.header(), content));
    }
}
