package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {
    private static final int MOST = 2_000_000;

    @TempDir private Path folder;

    @Test
    void aPictureIsItsBytesAndItsWords() throws IOException {
        var media = Media.read(file("cat.JPG", "\u00ff\u00d8\u00ff\u00e0…"));
        assertThat(media.bundle())
                .isEqualTo(
                        MimeBundle.plain("[cat.JPG, image/jpeg, 5 bytes]")
                                .with("image/jpeg", media.bytes()));
    }

    @Test
    void aSoundAndAFilmArePlayersWithANameThatCannotBreakOut() throws IOException {
        assertThat(Media.read(file("a \"b\" <c>.wav", "RIFF____WAVE")).bundle())
                .isEqualTo(
                        MimeBundle.plain("[a \"b\" <c>.wav, audio/wav, 12 bytes]")
                                .html(
                                        "<audio controls aria-label=\"a &quot;b&quot; &lt;c&gt;.wav\""
                                                + " src=\"data:audio/wav;base64,UklGRl9fX19XQVZF\"></audio>"));
        assertThat(Media.read(file("film.mp4", "____ftypisom")).bundle())
                .isEqualTo(
                        MimeBundle.plain("[film.mp4, video/mp4, 12 bytes]")
                                .html(
                                        "<video controls aria-label=\"film.mp4\""
                                                + " src=\"data:video/mp4;base64,X19fX2Z0eXBpc29t\"></video>"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, \u0089PNG",
        "a.jpeg, image/jpeg, \u00ff\u00d8\u00ff",
        "a.gif, image/gif, GIF89a",
        "a.webp, image/webp, RIFF\u00ff\u0000\u0000\u0001WEBP",
        "a.mp3, audio/mpeg, ID3",
        "a.mp3, audio/mpeg, \u00ff\u00fb\u0090",
        "a.ogg, audio/ogg, OggS",
        "a.webm, video/webm, '\u001aE\u00df\u00a3'",
    })
    void aFileIsWhatItsEndingAndItsFirstBytesSay(String name, String mime, String content)
            throws IOException {
        assertThat(Media.read(file(name, content)).mime()).isEqualTo(mime);
    }

    @Test
    void aFileThatIsNotWhatItsEndingSaysIsTold() throws IOException {
        var page = file("cat.png", "<!doctype html><p>not found");
        assertThatThrownBy(() -> Media.read(page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'cat.png' is not image/png: it begins with '<!doctype ht';"
                                + " give the file the ending of what it is");
        var photo = file("dog.png", "\u00ff\u00d8\u00ff");
        assertThatThrownBy(() -> Media.read(photo))
                .hasMessage(
                        "'dog.png' is not image/png: it is image/jpeg;"
                                + " give the file the ending of what it is");
    }

    @Test
    void anEndingThatNoBrowserPlaysIsToldWithThoseThatTheyDo() {
        assertThatThrownBy(() -> Media.read(Path.of("film.avi")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'film.avi' has an ending that cannot be shown; there are:"
                                + " gif, jpeg, jpg, mp3, mp4, ogg, png, wav, webm, webp");
        assertThatThrownBy(() -> Media.read(Path.of("film")))
                .hasMessageStartingWith("'film' has an ending that cannot be shown");
    }

    @Test
    void aFileThatIsNotThereIsToldWithWhereItWasLookedFor() {
        var missing = folder.resolve("cat.jpg");
        assertThatThrownBy(() -> Media.read(missing))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage(
                        "there is no file '"
                                + missing
                                + "'; names begin at "
                                + Path.of("").toAbsolutePath());
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        var inner = Files.createDirectory(folder.resolve("all.png"));
        assertThatThrownBy(() -> Media.read(inner))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("'" + inner + "' is a folder; name a file in it");
    }

    @Test
    void aFilmTooLargeForANotebookIsNotEvenRead() throws IOException {
        assertThatThrownBy(() -> Media.read(large("film.mp4", 3_140_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'film.mp4' has 3.1 MB, and a notebook holds at most 2 MB of a file;"
                                + " shorten it, or put it beside the notebook and show it from there:"
                                + " new Html(\"<video controls src='film.mp4'>\")");
        assertThatThrownBy(() -> Media.read(large("it's.wav", MOST + 100_000)))
                .hasMessage(
                        "'it's.wav' has 2.1 MB, and a notebook holds at most 2 MB of a file;"
                                + " shorten it, or put it beside the notebook and show it from there:"
                                + " new Html(\"<audio controls src='it&#39;s.wav'>\")");
        assertThatThrownBy(() -> Media.read(large("cat.jpg", 4_200_000)))
                .hasMessage(
                        "'cat.jpg' has 4.2 MB, and a notebook holds at most 2 MB of a file;"
                                + " javax.imageio.ImageIO.read(new File(\"…\")) shows it no larger than a page");
        assertThatThrownBy(() -> Media.read(large("cat.webp", 4_200_000)))
                .hasMessage(
                        "'cat.webp' has 4.2 MB, and a notebook holds at most 2 MB of a file;"
                                + " make it smaller");
    }

    @Test
    void theLargestFileThatANotebookHoldsIsHeld() {
        var bytes = new byte[MOST + 1];
        assertThatThrownBy(() -> new Media("video/x-own", bytes, "film"))
                .hasMessageStartingWith("'film' has 2.0 MB, and a notebook holds at most 2 MB");
        assertThat(new Media("video/x-own", new byte[MOST], "film").bundle().text())
                .isEqualTo("[film, video/x-own, 2000000 bytes]");
    }

    @Test
    void nothingIsNoMedium() throws IOException {
        var empty = file("empty.gif", "");
        assertThatThrownBy(() -> Media.read(empty))
                .hasMessage("'empty.gif' is empty; there is nothing to show");
        assertThatThrownBy(() -> Media.read(null))
                .hasMessage("the file is null; an example is Path.of(\"cat.jpg\")");
        assertThatThrownBy(() -> new Media("image/png", null, "cat"))
                .hasMessage("the bytes of 'cat' are null; Files.readAllBytes reads them");
        assertThatThrownBy(() -> new Media(null, new byte[1], "cat"))
                .hasMessage("the type of 'cat' is null; an example is image/png");
        assertThatThrownBy(() -> new Media("image/png", new byte[1], null))
                .hasMessage("a medium's name is null; give it the name of its file");
        assertThatThrownBy(() -> new Media("text/html", new byte[1], "cat"))
                .hasMessage(
                        "'cat' must be of a type such as image/png, audio/wav or video/mp4,"
                                + " got 'text/html'");
    }

    @Test
    void whoChangesTheBytesAfterwardsChangesNothing() {
        var bytes = new byte[] {1};
        var media = new Media("image/x-own", bytes, "dot");
        bytes[0] = 2;
        assertThat(media.bytes()).containsExactly(1);
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A file with a hole takes no room on the disk. */
    private Path large(String name, long size) throws IOException {
        var path = folder.resolve(name);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return path;
    }
}
