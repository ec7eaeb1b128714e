"""What clerks and customers see: windows and pages; each speaks up by signals and is told what to show."""
