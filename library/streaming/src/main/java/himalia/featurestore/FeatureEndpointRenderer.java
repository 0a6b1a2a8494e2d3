package himalia.featurestore;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;

/**
 * Shows where features are served, and a line to try it with.
 *
 * <pre>{@code
 * display(FeatureServer.start(FeatureStore.inMemory(), 0));
 * }</pre>
 */
public final class FeatureEndpointRenderer implements Renderer<FeatureEndpoint> {
    @Override
    public Class<FeatureEndpoint> type() {
        return FeatureEndpoint.class;
    }

    @Override
    public MimeBundle render(FeatureEndpoint endpoint) {
        if (!endpoint.isOpen()) {
            return MimeBundle.plain("the feature server is closed");
        }
        var words = "features are served at " + endpoint.url();
        return MimeBundle.plain(words + "\n" + Visible.line(endpoint.curl()))
                .html(
                        "<p>%s</p><pre style=\"white-space:pre-wrap\">%s</pre>"
                                .formatted(
                                        Escape.html(words),
                                        Escape.html(Visible.line(endpoint.curl()))));
    }
}
