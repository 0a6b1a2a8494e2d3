package org.dflib.jjava.jupyter.kernel.display;

import himalia.compat.DrawnData;
import himalia.display.bundle.MimeBundle;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** A value drawn in several types. */
public class DisplayData extends DrawnData {
    public DisplayData() {}

    public DisplayData(String text) {
        putText(text);
    }

    public DisplayData(DisplayData other) {
        add(other);
        var id = other.getDisplayId();
        if (id != null) {
            setDisplayId(id);
        }
    }

    /** Takes over a bundle. */
    public DisplayData(MimeBundle bundle) {
        add(bundle);
    }

    public void putData(MIMEType type, Object content) {
        putData(type.toString(), content);
    }

    public void putData(MIMEType type, Object content, Object about) {
        putData(type, content);
        putMetaData(type, about);
    }

    public void putMetaData(MIMEType type, Object value) {
        putMetaData(type.toString(), value);
    }

    public @Nullable Object getData(MIMEType type) {
        return data(type.toString());
    }

    public boolean hasDataForType(MIMEType type) {
        return hasData(type.toString());
    }

    public void assign(DisplayData other) {
        add(other);
    }
}
