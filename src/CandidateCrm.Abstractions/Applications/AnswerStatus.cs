namespace CandidateCrm.Applications;

/// <summary>What became of a command.</summary>
public enum AnswerStatus
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It had been done before, under the same id; nothing was written.</summary>
    Repeated,

    /// <summary>It was refused; nothing was written.</summary>
    Refused,
}
