package himalia.storage;

import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How options are written, to be read in another process. */
record CsvWritten(
        @Nullable Character separator,
        @Nullable Boolean header,
        int skip,
        String encoding,
        char decimal,
        @Nullable Character thousands,
        @Nullable DatePattern dates,
        @Nullable ArrayList<String> missing)
        implements Serializable {
    private static final long serialVersionUID = 1;

    private Object readResolve() {
        var options = CsvOptions.defaults().skip(skip).encoding(encoding).decimal(decimal);
        options = separator == null ? options : options.separator(separator);
        options = header == null ? options : options.header(header);
        options = thousands == null ? options : options.thousands(thousands);
        options = dates == null ? options : options.dates(dates);
        return missing == null ? options : options.missing(missing.toArray(new String[0]));
    }
}
