package himalia.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets requests in that may come in, and sends every answer, errors included, as JSON. */
final class Gate implements HttpHandler {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> TYPES =
            Set.of("", "application/json", "application/x-www-form-urlencoded");

    private final String host;
    private final String token;
    private final int mostBytes;
    private final JsonRoutes routes;

    Gate(String host, String token, int mostBytes, JsonRoutes routes) {
        this.host = host;
        this.token = token;
        this.mostBytes = mostBytes;
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonRoutes.Reply reply;
            try {
                reply = admitted(exchange);
            } catch (Refusal refusal) {
                if (!refusal.allowed().isEmpty()) {
                    exchange.getResponseHeaders().set("Allow", refusal.allowed());
                }
                reply = routes.failed(refusal);
            } catch (RuntimeException | Error failure) {
                // A model written in a cell may throw anything, a stack overflow too; whoever asked
                // must still be answered.
                reply = routes.failed(failure);
            }
            int status = reply.status();
            var bytes = reply.json().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
            }
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            if (status == 413) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            if (bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonRoutes.Reply admitted(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        checkHost(exchange);
        checkPage(exchange);
        if (!routes.isOpen(path)) {
            checkToken(exchange);
        }
        return routes.answer(exchange.getRequestMethod(), path, () -> body(exchange));
    }

    /** A web page must not reach a server of this machine by a host name that is bent to it. */
    private void checkHost(HttpExchange exchange) {
        var sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        var meant = sent.replaceFirst(":\\d+$", "");
        boolean isOpen = !JsonServer.address(host).isLoopbackAddress();
        if (!isOpen && !THIS_MACHINE.contains(meant) && !meant.equals(host)) {
            throw new Refusal(403, "host '" + meant + "' is not this machine");
        }
    }

    /**
     * A page of another site can send here what a form could, though it is not shown the answer. Browsers say whose page it
     * is; what says no type is a program's, and so is the one of forms, which curl takes for its own.
     */
    private static void checkPage(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var host = Optional.ofNullable(headers.getFirst("Host")).orElse("");
        var origin = Optional.ofNullable(headers.getFirst("Origin"));
        if (origin.isPresent()
                && !origin.get().replaceFirst("^https?://", "").equalsIgnoreCase(host)) {
            throw new Refusal(
                    403, "a page of '%s' may not ask this server".formatted(origin.get()));
        }
        var sent = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        var type = sent.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new Refusal(
                    415,
                    "the body is said to be '%s', and JSON is wanted; send it with Content-Type: application/json"
                            .formatted(sent));
        }
    }

    private void checkToken(HttpExchange exchange) {
        if (token.isEmpty()) {
            return;
        }
        var sent =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        // The scheme is the same in any case of letters, by RFC 7235.
        boolean isRight =
                sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && MessageDigest.isEqual(
                                sent.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
                                token.getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw new Refusal(401, "send the server's token: Authorization: Bearer …");
        }
    }

    private String body(HttpExchange exchange) {
        try {
            var bytes = exchange.getRequestBody().readNBytes(Math.addExact(mostBytes, 1));
            if (bytes.length > mostBytes) {
                throw new Refusal(
                        413,
                        "the request is longer than %d bytes; send fewer rows at a time"
                                .formatted(mostBytes));
            }
            // Not by new String, which takes what it cannot read for question marks.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.bad("the request is no UTF-8, which JSON is sent in");
        } catch (IOException e) {
            throw Refusal.bad("the request broke off: " + e.getMessage());
        }
    }
}
