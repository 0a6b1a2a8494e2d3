package himalia.magics.libraries;

import himalia.magics.spi.MagicException;
import java.util.Locale;

/** Where a repository is: what Maven's resolver can read from, told before it is asked. */
final class RepositoryUrl {
    private RepositoryUrl() {}

    /** Refuses what no libraries can be fetched from. */
    static void check(String magic, String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        if (!lower.matches("(?:https?://[^/\\s]+|file:/).*")) {
            throw new MagicException(
                    "%s: '%s' is no repository that can be asked; write https://…, http://… or file:/…"
                            .formatted(magic, url));
        }
    }
}
