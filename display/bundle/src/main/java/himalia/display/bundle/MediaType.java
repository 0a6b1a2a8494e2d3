package himalia.display.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pictures, sounds and films that browsers play, each by its ending and by how its bytes begin. */
enum MediaType {
    PNG("image/png", "89504e47", "png"),
    JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg"),
    GIF("image/gif", text("GIF8"), "gif"),
    WEBP("image/webp", text("RIFF....WEBP"), "webp"),
    WAV("audio/wav", text("RIFF....WAVE"), "wav"),
    MP3("audio/mpeg", text("ID3") + "|ff[ef].", "mp3"),
    OGG("audio/ogg", text("OggS"), "ogg"),
    MP4("video/mp4", text("....ftyp"), "mp4"),
    WEBM("video/webm", "1a45dfa3", "webm");

    /** So far into a file its kind shows. */
    private static final int BEGINNING = 12;

    private final String mime;
    private final String beginning;
    private final List<String> endings;

    MediaType(String mime, String beginning, String... endings) {
        this.mime = mime;
        this.beginning = beginning;
        this.endings = List.of(endings);
    }

    private static String text(String letters) {
        return letters.chars()
                .mapToObj(c -> c == '.' ? ".." : Integer.toHexString(c))
                .collect(Collectors.joining());
    }

    String mime() {
        return mime;
    }

    static MediaType ofFile(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'"
                                                + Visible.line(name)
                                                + "' has an ending that cannot be shown; there are: "
                                                + Arrays.stream(values())
                                                        .flatMap(type -> type.endings.stream())
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))));
    }

    static Optional<MediaType> ofMime(String mime) {
        return Arrays.stream(values()).filter(type -> type.mime.equals(mime)).findFirst();
    }

    boolean begins(byte[] file) {
        return beginning(file).matches("(" + beginning + ").*");
    }

    private static String beginning(byte[] file) {
        var hex = new StringBuilder();
        for (int i = 0; i < Math.min(BEGINNING, file.length); i++) {
            hex.append(String.format("%02x", file[i]));
        }
        return hex.toString();
    }

    /** Says how the file begins, and what kind it is where that shows. */
    static String told(byte[] file) {
        var kind = Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
        if (kind.isPresent()) {
            return "it is " + kind.get().mime;
        }
        var words =
                new String(file, 0, Math.min(BEGINNING, file.length), StandardCharsets.ISO_8859_1);
        return "it begins with '" + Visible.line(words) + "'";
    }
}
