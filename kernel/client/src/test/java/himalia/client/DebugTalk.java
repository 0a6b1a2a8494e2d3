package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a front end's debugger says to a kernel, and what it hears. */
final class DebugTalk {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final KernelClient client;
    private final List<Pending> asked = new ArrayList<>();
    private final List<Fields> events = new ArrayList<>();
    private long number;

    DebugTalk(KernelClient client) {
        this.client = client;
    }

    /** Sends a request, and returns the whole response. */
    Fields ask(String command, Map<String, Object> arguments)
            throws IOException, InterruptedException {
        number++;
        var pending =
                client.send(
                        Channel.CONTROL,
                        "debug_request",
                        Map.of(
                                "type",
                                "request",
                                "seq",
                                number,
                                "command",
                                command,
                                "arguments",
                                arguments));
        asked.add(pending);
        var answer = pending.await(LIMIT);
        answer.published("debug_event").forEach(each -> events.add(each.fields()));
        var fields = answer.fields();
        if (fields.number("request_seq", -1) != number) {
            throw new AssertionError("not the answer to " + number + ": " + fields);
        }
        return fields;
    }

    /** Sends a request that must succeed, and returns the body. */
    Fields body(String command, Map<String, Object> arguments)
            throws IOException, InterruptedException {
        var answer = ask(command, arguments);
        if (!answer.flag("success", false)) {
            throw new AssertionError(command + " failed: " + answer.text("message", ""));
        }
        return answer.fields("body");
    }

    Fields body(String command) throws IOException, InterruptedException {
        return body(command, Map.of());
    }

    /** Attaches as JupyterLab does. */
    void attach() throws IOException, InterruptedException {
        body("debugInfo");
        body("initialize", Map.of("clientID", "test", "linesStartAt1", true));
        body("attach");
        await("initialized");
    }

    /** Sets the breakpoints of a cell, and returns the lines where they are. */
    List<Long> breakpoints(String code, int... lines) throws IOException, InterruptedException {
        var path = body("dumpCell", Map.of("code", code)).text("sourcePath");
        var wanted = new ArrayList<Map<String, Object>>();
        for (int line : lines) {
            wanted.add(Map.of("line", line));
        }
        var set =
                body(
                        "setBreakpoints",
                        Map.of("source", Map.of("path", path), "breakpoints", wanted));
        body("configurationDone");
        return set.objects("breakpoints").stream()
                .map(each -> new Fields(each).number("line", 0))
                .toList();
    }

    /** Runs a cell and does not wait for it. */
    CompletableFuture<CellResult> run(String code) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.execute(code);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Waits for an event of this name, and returns its body. */
    Fields await(String event) throws InterruptedException {
        return heard(event, LIMIT.toMillis())
                .orElseThrow(() -> new AssertionError("no '" + event + "' came, but " + events));
    }

    /** Returns the body of the next event of this name, empty if none comes in time. */
    java.util.Optional<Fields> heard(String event, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (true) {
            for (var pending : asked) {
                for (var next = pending.next(Duration.ZERO);
                        next.isPresent();
                        next = pending.next(Duration.ZERO)) {
                    if (next.get() instanceof Event.Published output
                            && output.message().type().equals("debug_event")) {
                        events.add(output.message().fields());
                    }
                }
            }
            for (var each : List.copyOf(events)) {
                if (each.text("event", "").equals(event)) {
                    // Those before it have been seen by then.
                    events.subList(0, events.indexOf(each) + 1).clear();
                    return java.util.Optional.of(each.fields("body"));
                }
            }
            if (System.nanoTime() > end) {
                return java.util.Optional.empty();
            }
            Thread.sleep(5);
        }
    }

    /** Waits for a stop, and returns the frames as {@code name:line}. */
    List<String> stopped() throws IOException, InterruptedException {
        await("stopped");
        return frames();
    }

    List<String> frames() throws IOException, InterruptedException {
        return body("stackTrace", Map.of("threadId", 1)).objects("stackFrames").stream()
                .map(Fields::new)
                .map(
                        each ->
                                each.text("name").replaceAll("cell \\d+", "cell")
                                        + ":"
                                        + each.number("line", 0))
                .toList();
    }

    /** Returns the source of a frame, 0 for the topmost. */
    String source(int depth) throws IOException, InterruptedException {
        var frames = body("stackTrace", Map.of("threadId", 1)).objects("stackFrames");
        var path = new Fields(frames.get(depth)).fields("source").text("path");
        return body("source", Map.of("source", Map.of("path", path))).text("content");
    }

    /** Returns the variables of a scope of the topmost frame, as {@code name=value}. */
    List<String> variables(String scope) throws IOException, InterruptedException {
        var frame =
                new Fields(body("stackTrace", Map.of("threadId", 1)).objects("stackFrames").get(0));
        for (var each :
                body("scopes", Map.of("frameId", frame.number("id", 0))).objects("scopes")) {
            if (each.get("name").equals(scope)) {
                return texts(parts(new Fields(each).number("variablesReference", 0)));
            }
        }
        throw new AssertionError("no scope " + scope);
    }

    /** Returns the variables that a number stands for. */
    List<Fields> parts(long reference) throws IOException, InterruptedException {
        return body("variables", Map.of("variablesReference", reference))
                .objects("variables")
                .stream()
                .map(Fields::new)
                .toList();
    }

    static List<String> texts(List<Fields> variables) {
        return variables.stream()
                .map(each -> each.text("name") + "=" + each.text("value"))
                .toList();
    }

    /** Returns what an expression holds, or why it cannot be had. */
    String evaluate(String expression) throws IOException, InterruptedException {
        var answer = ask("evaluate", Map.of("expression", expression, "context", "repl"));
        return answer.flag("success", false)
                ? answer.fields("body").text("result")
                : answer.text("message", "");
    }
}
