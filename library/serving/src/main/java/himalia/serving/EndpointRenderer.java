package himalia.serving;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows where a model is served, and a line to try it with.
 *
 * <pre>{@code
 * Endpoint endpoint = ModelServer.start(model, 0);
 * display(endpoint);
 * }</pre>
 */
public final class EndpointRenderer implements Renderer<Endpoint> {
    @Override
    public Class<Endpoint> type() {
        return Endpoint.class;
    }

    @Override
    public MimeBundle render(Endpoint endpoint) {
        if (!endpoint.isOpen()) {
            return MimeBundle.plain("%s is closed".formatted(endpoint.inferUrl()));
        }
        var words = "model '%s' answers at ".formatted(endpoint.name());
        var html =
                "<p>%s<a href=\"%s\">%s</a></p><pre style=\"white-space:pre-wrap\">%s</pre>"
                        .formatted(
                                Escape.html(words),
                                endpoint.url().resolve("/v2/models/" + endpoint.name()),
                                Escape.html(endpoint.inferUrl().toString()),
                                Escape.html(endpoint.curl()));
        return MimeBundle.plain(words + endpoint.inferUrl() + "\n" + endpoint.curl()).html(html);
    }
}
