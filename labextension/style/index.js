import './base.css';
import './list.css';
import './outside.css';
