package himalia.serving;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import himalia.model.UnfitCell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Lets requests in that may come in, and sends every answer, errors included, as JSON. */
final class Gate implements HttpHandler {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ModelServer server;
    private final Routes routes;

    Gate(ModelServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            JsonObject answer;
            try {
                answer = admitted(exchange);
            } catch (Refusal refusal) {
                status = refusal.status();
                if (!refusal.allowed().isEmpty()) {
                    exchange.getResponseHeaders().set("Allow", refusal.allowed());
                }
                answer = error(String.valueOf(refusal.getMessage()));
            } catch (UnfitCell cell) {
                status = 400;
                answer =
                        error(
                                "input '%s', row %d: it %s"
                                        .formatted(cell.column(), cell.row(), cell.why()));
            } catch (IllegalArgumentException slip) {
                status = 400;
                answer = error(String.valueOf(slip.getMessage()));
            } catch (RuntimeException | Error failure) {
                // A model written in a cell may throw anything, a stack overflow too; whoever asked
                // must still be answered.
                status = 500;
                answer = error("the model failed: " + failure);
            }
            var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            if (status == 413) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonObject admitted(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        checkHost(exchange);
        // Probes carry no secrets, and learn nothing but that somebody is there.
        if (!path.startsWith("/v2/health/")) {
            checkToken(exchange);
        }
        return routes.answer(exchange.getRequestMethod(), path, () -> body(exchange));
    }

    /** A web page must not reach a server of this machine by a host name that is bent to it. */
    private void checkHost(HttpExchange exchange) {
        var sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        var host = sent.replaceFirst(":\\d+$", "");
        boolean isOpen = !ModelServer.address(server.host()).isLoopbackAddress();
        if (!isOpen && !THIS_MACHINE.contains(host) && !host.equals(server.host())) {
            throw new Refusal(403, "host '" + host + "' is not this machine");
        }
    }

    private void checkToken(HttpExchange exchange) {
        if (server.token().isEmpty()) {
            return;
        }
        var sent =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        var wanted = "Bearer " + server.token();
        boolean isRight =
                MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8),
                        wanted.getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw new Refusal(401, "send the server's token: Authorization: Bearer …");
        }
    }

    private String body(HttpExchange exchange) {
        try {
            var bytes = exchange.getRequestBody().readNBytes(Math.addExact(server.mostBytes(), 1));
            if (bytes.length > server.mostBytes()) {
                throw new Refusal(
                        413,
                        "the request is longer than %d bytes; send fewer rows at a time"
                                .formatted(server.mostBytes()));
            }
            // Not by new String, which takes what it cannot read for question marks.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.bad("the request is no UTF-8, which JSON is sent in");
        } catch (IOException e) {
            throw Refusal.bad("the request broke off: " + e.getMessage());
        }
    }

    private static JsonObject error(String message) {
        var answer = new JsonObject();
        answer.addProperty("error", message);
        return answer;
    }
}
