/** What happens to the bank's papers, each in one transaction with its promise and its facts. */
@NullMarked
package io.orderjourney.credit.papers.usecase;

import org.jspecify.annotations.NullMarked;
