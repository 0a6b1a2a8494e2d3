package himalia.install.jupyter;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A JupyterLab that serves one folder, to this machine only. */
final class LabServer implements AutoCloseable {
    private static final String TOKEN = "test";
    private static final int TRIES = 600;

    private final Process process;
    private final int port;

    private LabServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static LabServer start(PythonTools tools, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = freePort();
        var builder =
                new ProcessBuilder(
                                List.of(
                                        tools.program("python").toString(),
                                        "-m",
                                        "jupyterlab",
                                        "--no-browser",
                                        "--allow-root",
                                        "--ip=127.0.0.1",
                                        "--port=" + port,
                                        "--ServerApp.port_retries=0",
                                        "--IdentityProvider.token=" + TOKEN,
                                        "--ServerApp.root_dir=" + folder,
                                        "--LabApp.user_settings_dir=" + folder.resolve("settings"),
                                        "--LabApp.workspaces_dir=" + folder.resolve("workspaces"),
                                        "--LabApp.news_url=",
                                        "--LabApp.expose_app_in_browser=True"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
        var server = new LabServer(builder.start(), port);
        server.awaitUp(folder.resolve("server.log"));
        return server;
    }

    /** Returns where a file is opened. */
    String page(String file) {
        return url("/lab/tree/" + file);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path + "?token=" + TOKEN;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitUp(Path log) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var asking = HttpRequest.newBuilder(URI.create(url("/api/status"))).build();
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                if (client.send(asking, BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        close();
        throw new IOException("JupyterLab does not start:\n" + Files.readString(log));
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 20, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
