package himalia.display.chart.draw;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.zip.Deflater;

/** The frame of a PDF file around one page. */
final class PdfFile {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ArrayList<Integer> places = new ArrayList<>();

    private PdfFile() {}

    static byte[] of(
            String title, double width, double height, String page, Collection<String> opacities) {
        var pdf = new PdfFile();
        pdf.write("%PDF-1.4\n");
        pdf.object("<</Type /Catalog /Pages 2 0 R>>");
        pdf.object("<</Type /Pages /Kids [3 0 R] /Count 1>>");
        pdf.object(
                String.format(
                        Locale.ROOT,
                        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents 4 0 R"
                                + " /Resources <</ExtGState <<%s>>>>>>",
                        width,
                        height,
                        String.join(" ", opacities)));
        pdf.stream(page);
        pdf.object("<</Title <" + hex("\ufeff" + title) + ">>>");
        return pdf.end();
    }

    private void object(String content) {
        begin();
        write(content + "\nendobj\n");
    }

    private void begin() {
        places.add(file.size());
        write(places.size() + " 0 obj\n");
    }

    private void stream(String text) {
        var deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.US_ASCII));
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        var part = new byte[8192];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        begin();
        write("<</Length " + packed.size() + " /Filter /FlateDecode>>\nstream\n");
        file.writeBytes(packed.toByteArray());
        write("\nendstream\nendobj\n");
    }

    private byte[] end() {
        int table = file.size();
        write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        write(
                "trailer\n<</Size %s /Root 1 0 R /Info %s 0 R>>\nstartxref\n%s\n%%%%EOF\n"
                        .formatted(places.size() + 1, places.size(), table));
        return file.toByteArray();
    }

    private void write(String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String hex(String text) {
        var hex = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }
}
