package io.bootledger.cli;

import io.bootledger.reports.sql.SqlAnswer;
import java.io.IOException;

/** How an answer is written, row by row. */
interface AnswerForm extends SqlAnswer {
    /** All rows have come. */
    void end() throws IOException;
}
