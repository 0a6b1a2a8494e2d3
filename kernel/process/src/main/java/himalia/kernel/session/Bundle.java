package himalia.kernel.session;

import himalia.display.bundle.MimeBundle;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bundles as the protocol wants them: binary content in Base64. */
final class Bundle {
    private Bundle() {}

    static Map<String, Object> data(MimeBundle bundle) {
        var data = new LinkedHashMap<String, Object>();
        bundle.data()
                .forEach(
                        (mime, content) ->
                                data.put(
                                        mime,
                                        content instanceof byte[] bytes
                                                ? Base64.getEncoder().encodeToString(bytes)
                                                : content));
        return data;
    }
}
