using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>
/// The positive form of a condition over a value that was read. A structure that knows nothing of the candidate's type, so that a node
/// holds it without another call.
/// </summary>
internal interface ITest<in TValue>
{
    /// <summary>Says whether there is a value.</summary>
    bool HasValue(TValue value);

    /// <summary>Says whether the condition is met; without a value it is not.</summary>
    bool IsMet(TValue value, Moment moment);

    /// <summary>Gets a value indicating whether values in their order are first below what is wanted, then in it, then above it.</summary>
    bool IsOrdered => false;

    /// <summary>Returns on which side of what is wanted a value lies, of an ordered test.</summary>
    int Side(TValue value, Moment moment) => throw new InvalidOperationException("The test has no order.");

    /// <summary>Returns when the condition may next be met otherwise; null for never.</summary>
    Instant? NextChange(TValue value, FlipSearch search) => null;

    /// <summary>Writes <see cref="IsMet"/> as code that needs no call of the test; null where a call is as good.</summary>
    Expression? Emit(Expression value, Expression moment) => null;
}
