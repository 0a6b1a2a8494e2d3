package himalia.display.widget;

import himalia.display.bundle.MimeBundle;
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

    private Picture(byte[] png) {
        model =
                WidgetModel.control("Image")
                        .with("format", "png")
                        .with("width", "")
                        .with("height", "")
                        .with("value", png.clone());
    }

    /** A picture from the bytes of a PNG file. */
    public static Picture of(byte[] png) {
        return new Picture(png);
    }

    /** Shows another picture. */
    public void set(byte[] png) {
        model.set("value", png.clone());
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<img src=\"data:"
                + MimeBundle.PNG
                + ";base64,"
                + Base64.getEncoder().encodeToString((byte[]) model.get("value"))
                + "\" alt=\"picture\">";
    }

    @Override
    public String toString() {
        return "<picture of " + ((byte[]) model.get("value")).length + " bytes>";
    }
}
