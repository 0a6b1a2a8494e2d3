package himalia.install.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.install.lab.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One page of a Chromium without a window, driven over its own protocol. */
final class Browser implements AutoCloseable {
    private static final long PATIENCE = 60_000;
    private static final long STEP = 100;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonObject>> waiting;
    private final AtomicInteger ids = new AtomicInteger();

    private Browser(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonObject>> waiting) {
        this.process = process;
        this.socket = socket;
        this.waiting = waiting;
    }

    /** Starts the one on the PATH, or skips the test that asks (the gate fails it). */
    static Browser orSkip(Path folder) throws IOException, InterruptedException {
        var programs = new Programs(System.getenv());
        var chromium =
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .flatMap(name -> programs.find(name).stream())
                        .findFirst();
        Needs.that(chromium.isPresent(), "no chromium on the PATH");
        var profile = Files.createDirectories(folder.resolve("profile"));
        var process =
                new ProcessBuilder(
                                chromium.get().toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--window-size=1100,1500",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("browser.log").toFile())
                        .start();
        var waiting = new ConcurrentHashMap<Integer, CompletableFuture<JsonObject>>();
        var socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(page(profile), new Listener(waiting))
                        .join();
        var browser = new Browser(process, socket, waiting);
        browser.ask("Page.enable", new JsonObject());
        // As if a person looked at it: pages treat one without the focus otherwise.
        var focused = new JsonObject();
        focused.addProperty("enabled", true);
        browser.ask("Emulation.setFocusEmulationEnabled", focused);
        return browser;
    }

    private static URI page(Path profile) throws IOException, InterruptedException {
        var file = profile.resolve("DevToolsActivePort");
        for (long passed = 0; !Files.exists(file) || Files.size(file) == 0; passed += STEP) {
            if (passed > PATIENCE) {
                throw new IOException("chromium does not start");
            }
            Thread.sleep(STEP);
        }
        var list = "http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json/list";
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(list)).build(),
                                BodyHandlers.ofString());
        for (var each : JsonParser.parseString(answer.body()).getAsJsonArray()) {
            if (each.getAsJsonObject().get("type").getAsString().equals("page")) {
                return URI.create(each.getAsJsonObject().get("webSocketDebuggerUrl").getAsString());
            }
        }
        throw new IOException("chromium has no page: " + answer.body());
    }

    void go(String url) throws IOException, InterruptedException {
        var parameters = new JsonObject();
        parameters.addProperty("url", url);
        ask("Page.navigate", parameters);
    }

    /** Loads the page again, and waits until the old one is gone. */
    void reload() throws IOException, InterruptedException {
        value("window.old = true");
        ask("Page.reload", new JsonObject());
        await("window.old === undefined");
    }

    /** Returns the value of an expression in the page; null where it fails, or while the page changes. */
    JsonElement value(String javascript) throws IOException, InterruptedException {
        var parameters = new JsonObject();
        parameters.addProperty("expression", javascript);
        parameters.addProperty("returnByValue", true);
        parameters.addProperty("awaitPromise", true);
        var result = ask("Runtime.evaluate", parameters).getAsJsonObject("result");
        var value = result == null ? null : result.getAsJsonObject("result");
        return value == null || result.has("exceptionDetails") || !value.has("value")
                ? JsonNull.INSTANCE
                : value.get("value");
    }

    /** Waits until an expression in the page is true. */
    void await(String javascript) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (!value("!!(" + javascript + ")").toString().equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "never true in the page: " + javascript + "\nThe page: " + text());
            }
            Thread.sleep(STEP);
        }
    }

    String text() throws IOException, InterruptedException {
        return value("document.body.innerText").toString();
    }

    /** Presses the right arrow on what has the focus. */
    void pressRight() throws IOException, InterruptedException {
        for (var type : List.of("rawKeyDown", "keyUp")) {
            var parameters = new JsonObject();
            parameters.addProperty("type", type);
            parameters.addProperty("key", "ArrowRight");
            parameters.addProperty("code", "ArrowRight");
            parameters.addProperty("windowsVirtualKeyCode", 39);
            ask("Input.dispatchKeyEvent", parameters);
        }
    }

    void picture(Path png) throws IOException, InterruptedException {
        var data = ask("Page.captureScreenshot", new JsonObject()).getAsJsonObject("result");
        Files.write(png, Base64.getDecoder().decode(data.get("data").getAsString()));
    }

    private JsonObject ask(String method, JsonObject parameters)
            throws IOException, InterruptedException {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        waiting.put(id, answer);
        socket.sendText(message(id, method, parameters), true).join();
        try {
            return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " is not answered", e);
        }
    }

    private static String message(int id, String method, JsonObject parameters) {
        var message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        return message.toString();
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Puts messages together, and brings the answers to those who wait. */
    private static final class Listener implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonObject>> waiting;
        private final StringBuilder text = new StringBuilder();

        Listener(Map<Integer, CompletableFuture<JsonObject>> waiting) {
            this.waiting = waiting;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                if (message.has("id")) {
                    var answer = waiting.remove(message.get("id").getAsInt());
                    if (answer != null) {
                        answer.complete(message);
                    }
                } else if (message.get("method")
                        .getAsString()
                        .equals("Page.javascriptDialogOpening")) {
                    // A page that asks whether it may be left: it may.
                    var accept = new JsonObject();
                    accept.addProperty("accept", true);
                    socket.sendText(message(0, "Page.handleJavaScriptDialog", accept), true);
                }
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
