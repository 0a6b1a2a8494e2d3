package himalia.display.widget;

import java.util.Base64;

/**
 * A picture that can be replaced; its bytes travel as they are.
 *
 * <pre>{@code
 * var picture = Picture.of(Files.readAllBytes(Path.of("a.png")));
 * picture.set(other);
 * }</pre>
 */
public final class Picture implements Widget {
    private final WidgetModel model;

    private Picture(byte[] file) {
        model =
                WidgetModel.control("Image")
                        .with("format", ImageFormat.of(file).word())
                        .with("width", "")
                        .with("height", "")
                        .with("value", file.clone());
    }

    /** A picture from the bytes of a PNG, JPEG, GIF or WebP file. */
    public static Picture of(byte[] file) {
        return new Picture(file);
    }

    /** Shows another picture. */
    public void set(byte[] file) {
        var format = ImageFormat.of(file).word();
        if (!format.equals(model.get("format"))) {
            model.set("format", format);
        }
        model.set("value", file.clone());
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<img src=\"data:image/"
                + model.get("format")
                + ";base64,"
                + Base64.getEncoder().encodeToString((byte[]) model.get("value"))
                + "\" alt=\"picture\">";
    }

    @Override
    public String toString() {
        return "<picture of " + ((byte[]) model.get("value")).length + " bytes>";
    }
}
