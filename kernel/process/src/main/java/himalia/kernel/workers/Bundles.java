package himalia.kernel.workers;

import himalia.display.bundle.MimeBundle;
import himalia.link.LinkMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bundles as they arrive over the link. */
final class Bundles {
    private Bundles() {}

    static MimeBundle read(LinkMessage message) {
        return new MimeBundle(present(message.map("data")), present(message.map("metadata")));
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> fields) {
        var map = new LinkedHashMap<String, Object>();
        fields.forEach(
                (key, value) -> {
                    if (value != null) {
                        map.put(key, value);
                    }
                });
        return map;
    }
}
