package org.dflib.jjava.jupyter.kernel.display;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** A value drawn in several types. */
public class DisplayData implements Displayable {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private @Nullable String displayId;

    public DisplayData() {}

    public DisplayData(String text) {
        putText(text);
    }

    public DisplayData(DisplayData other) {
        assign(other);
        displayId = other.displayId;
    }

    /** Takes over a bundle. */
    public DisplayData(MimeBundle bundle) {
        data.putAll(bundle.data());
        metadata.putAll(bundle.metadata());
    }

    public void putData(String mimeType, Object content) {
        data.put(mimeType, content);
    }

    public void putData(MIMEType type, Object content) {
        data.put(type.toString(), content);
    }

    public void putData(MIMEType type, Object content, Object about) {
        putData(type, content);
        putMetaData(type, about);
    }

    public void putMetaData(String key, Object value) {
        metadata.put(key, value);
    }

    public void putMetaData(MIMEType type, Object value) {
        metadata.put(type.toString(), value);
    }

    public @Nullable Object getData(MIMEType type) {
        return data.get(type.toString());
    }

    public boolean hasDataForType(MIMEType type) {
        return data.containsKey(type.toString());
    }

    public void assign(DisplayData other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
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
        putData(MIMEType.TEXT_PLAIN, text);
    }

    public void putHTML(String html) {
        putData(MIMEType.TEXT_HTML, html);
    }

    public void putLatex(String latex) {
        putData(MIMEType.TEXT_LATEX, latex);
    }

    public void putMath(String math) {
        putLatex("$$" + math + "$$");
    }

    public void putMarkdown(String markdown) {
        putData(MIMEType.TEXT_MARKDOWN, markdown);
    }

    public void putJavaScript(String javascript) {
        putData(MIMEType.APPLICATION_JAVASCRIPT, javascript);
    }

    public void putJSON(String json) {
        putData(MIMEType.APPLICATION_JSON, json);
    }

    public void putSVG(String svg) {
        putData(MIMEType.IMAGE_SVG, svg);
    }

    /** Takes a picture as the text of its Base64 form. */
    public void putPNG(String base64) {
        putData(MIMEType.IMAGE_PNG, base64);
    }

    /** Takes a picture as the text of its Base64 form. */
    public void putJPEG(String base64) {
        putData(MIMEType.IMAGE_JPEG, base64);
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
