package io.bootledger.cli.output;

import io.bootledger.reports.sql.SqlAnswer;
import java.io.IOException;

/** How an answer is written, row by row. */
public interface AnswerForm extends SqlAnswer {
    /** All rows have come. */
    void end() throws IOException;
}
