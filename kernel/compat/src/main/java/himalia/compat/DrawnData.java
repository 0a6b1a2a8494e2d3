package himalia.compat;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value drawn in several types, by the names of the types alone; both kernels' {@code DisplayData} stand on it. */
public abstract class DrawnData implements Displayable {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private @Nullable String displayId;

    protected DrawnData() {}

    /** Adds what another has drawn, in the place of what is here of the same types. */
    protected final void add(DrawnData other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
    }

    /** Adds a bundle. */
    protected final void add(MimeBundle bundle) {
        data.putAll(bundle.data());
        metadata.putAll(bundle.metadata());
    }

    protected final @Nullable Object data(String mimeType) {
        return data.get(mimeType);
    }

    protected final boolean hasData(String mimeType) {
        return data.containsKey(mimeType);
    }

    public void putData(String mimeType, Object content) {
        data.put(mimeType, content);
    }

    public void putMetaData(String key, Object value) {
        metadata.put(key, value);
    }

    public void setDisplayId(String id) {
        displayId = id;
    }

    public boolean hasDisplayId() {
        return displayId != null;
    }

    public @Nullable String getDisplayId() {
        return displayId;
    }

    public void putText(String text) {
        putData("text/plain", text);
    }

    public void putHTML(String html) {
        putData("text/html", html);
    }

    public void putLatex(String latex) {
        putData("text/latex", latex);
    }

    public void putMath(String math) {
        putLatex("$$" + math + "$$");
    }

    public void putMarkdown(String markdown) {
        putData("text/markdown", markdown);
    }

    public void putJavaScript(String javascript) {
        putData("application/javascript", javascript);
    }

    public void putJSON(String json) {
        putData("application/json", json);
    }

    public void putSVG(String svg) {
        putData("image/svg+xml", svg);
    }

    /** Takes a picture as the text of its Base64 form. */
    public void putPNG(String base64) {
        putData("image/png", base64);
    }

    /** Takes a picture as the text of its Base64 form. */
    public void putJPEG(String base64) {
        putData("image/jpeg", base64);
    }

    @Override
    public MimeBundle bundle() {
        var whole = new LinkedHashMap<>(data);
        whole.putIfAbsent(MimeBundle.PLAIN, "");
        return new MimeBundle(whole, metadata);
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
