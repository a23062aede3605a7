namespace CandidateCrm.Segments.Evaluation;

/// <summary>The positive form of a condition. A structure, so that a node holds it without another call.</summary>
internal interface ITest<in T>
{
    Outcome Of(T item, Moment moment);
}
